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
	const padding = size * 0.7;
	const maxLineWidth = Math.min(width - 24, size * 19) - padding * 2;
	textStyle('bold');
	textSize(size);
	const lines = textLines(words, maxLineWidth);
	let boxWidth = Math.max(...lines.map((each) => textWidth(each)));
	textStyle('normal');
	textSize(size * 0.9);
	const asideLines = aside === undefined ? [] : textLines(aside, maxLineWidth);
	boxWidth = Math.max(boxWidth, ...asideLines.map((each) => textWidth(each))) + padding * 2;
	const boxHeight = lines.length * size * 1.2 + asideLines.length * size * 1.12 + padding * 1.4;
	const left = Math.max(8, Math.min(width - 8 - boxWidth, x - boxWidth * 0.4));
	const top = Math.max(6, y - boxHeight - size * 0.8);
	const [paper, ink] = speechColours(tone);
	const tailX = Math.max(left + size, Math.min(left + boxWidth - size, x));
	const tailTop = top + boxHeight - 3;
	drawRoundedBox('rgba(20, 15, 10, 0.28)', left + 2, top + 4, boxWidth, boxHeight, size * 0.7);
	drawPaperPiece(paper, [tailX - size * 0.6, tailTop, tailX + size * 0.6, tailTop, x, y]);
	drawRoundedBox(paper, left, top, boxWidth, boxHeight, size * 0.7);
	let baseline = top + padding * 0.65 + size * 0.92;
	const writeRemarkLine = (each: string, pitch: number): void => {
		text(each, left + padding, baseline);
		baseline += size * pitch;
	};
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill(ink);
	for (const each of lines) writeRemarkLine(each, 1.2);
	baseline -= size * 0.08;
	textStyle('normal');
	textSize(size * 0.9);
	fill(currentPalette().ink);
	for (const each of asideLines) writeRemarkLine(each, 1.12);
}
