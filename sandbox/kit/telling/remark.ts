/** Draws words above a point, inside the picture, and a smaller line below them. */
import { fill, noStroke, text, textAlign, textLines, textSize, textStyle, textWidth } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette, stage } from '../stage.ts';
import { speechColours, type Tone } from './says.ts';

interface RemarkPlan {
	/** Colour of the words: green, red, or neither. */
	tone?: Tone;
	/** A second line, in a quieter colour. */
	aside?: string | undefined;
}

/** Draws the words for the point (x, y). */
export function remark(x: number, y: number, words: string, { tone = 'odd', aside }: RemarkPlan = {}): void {
	const { width } = stage();
	const size = Math.max(16.5, Math.min(18, width / 38));
	const pad = size * 0.7;
	const room = Math.min(width - 24, size * 19) - pad * 2;
	textStyle('bold');
	textSize(size);
	const lines = textLines(words, room);
	let wide = Math.max(...lines.map((each) => textWidth(each)));
	textStyle('normal');
	textSize(size * 0.9);
	const asides = aside === undefined ? [] : textLines(aside, room);
	wide = Math.max(wide, ...asides.map((each) => textWidth(each))) + pad * 2;
	const high = lines.length * size * 1.2 + asides.length * size * 1.12 + pad * 1.4;
	const left = Math.max(8, Math.min(width - 8 - wide, x - wide * 0.4));
	const top = Math.max(6, y - high - size * 0.8);
	const [paper, ink] = speechColours(tone);
	const foot = Math.max(left + size, Math.min(left + wide - size, x));
	const edge = top + high - 3;
	drawRoundedBox('rgba(20, 15, 10, 0.28)', left + 2, top + 4, wide, high, size * 0.7);
	drawPaperPiece(paper, [foot - size * 0.6, edge, foot + size * 0.6, edge, x, y]);
	drawRoundedBox(paper, left, top, wide, high, size * 0.7);
	let line = top + pad * 0.65 + size * 0.92;
	const write = (each: string, pitch: number): void => {
		text(each, left + pad, line);
		line += size * pitch;
	};
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill(ink);
	for (const each of lines) write(each, 1.2);
	line -= size * 0.08;
	textStyle('normal');
	textSize(size * 0.9);
	fill(currentPalette().ink);
	for (const each of asides) write(each, 1.12);
}
