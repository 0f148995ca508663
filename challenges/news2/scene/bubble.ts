/** What somebody says, on a slip that stays inside the picture. Its point is at (x, y). */
import { fill, noStroke, text, textAlign, textLines, textSize, textStyle, textWidth } from 'braise/draw';
import type { Palette } from './palette';
import { box, piece } from './paper';

export interface Speech {
	words: string;
	/** A second, quieter line. */
	aside?: string;
	tone: 'wrong' | 'right';
}

interface Spot {
	x: number;
	y: number;
	size: number;
	/** The picture's own size. */
	width: number;
	height: number;
	/** Below the point instead of above it. */
	below: boolean;
}

export function bubble(palette: Palette, speech: Speech, { x, y, size, width, below }: Spot): void {
	const pad = size * 0.7;
	const room = Math.min(width - 24, size * 19) - pad * 2;
	textStyle('bold');
	textSize(size);
	const lines = textLines(speech.words, room);
	let wide = Math.max(...lines.map((each) => textWidth(each)));
	textStyle('normal');
	textSize(size * 0.9);
	const asides = speech.aside === undefined ? [] : textLines(speech.aside, room);
	wide = Math.max(wide, ...asides.map((each) => textWidth(each))) + pad * 2;
	const high = lines.length * size * 1.2 + asides.length * size * 1.12 + pad * 1.4;
	const left = Math.max(8, Math.min(width - 8 - wide, x - wide * 0.4));
	const top = below ? y + size * 0.8 : Math.max(6, y - high - size * 0.8);
	const [paper, ink] = speech.tone === 'wrong' ? [palette.redWash, palette.red] : [palette.greenWash, palette.green];
	const edge = below ? top + 3 : top + high - 3;
	const foot = Math.max(left + size, Math.min(left + wide - size, x));
	const tail = [foot - size * 0.6, edge, foot + size * 0.6, edge, x, y];
	box('rgba(20, 15, 10, 0.28)', left + 2, top + 4, wide, high, size * 0.7);
	piece(paper, tail);
	box(paper, left, top, wide, high, size * 0.7);
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill(ink);
	lines.forEach((each, index) => text(each, left + pad, top + pad * 0.65 + size * (0.92 + index * 1.2)));
	textStyle('normal');
	textSize(size * 0.9);
	fill('#24211d');
	asides.forEach((each, index) =>
		text(each, left + pad, top + pad * 0.65 + size * (lines.length * 1.2 + 0.84 + index * 1.12))
	);
}
