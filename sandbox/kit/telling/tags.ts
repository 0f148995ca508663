/** Draws small papers with words: name tags and slips that point at something, and number plates. */
import {
	fill,
	noFill,
	noStroke,
	rect,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette } from '../stage.ts';

/** Draws a name on a paper whose point is at (x, y). */
export function nameTag(words: string, x: number, y: number, size = 15): void {
	const { paper, ink } = currentPalette();
	textStyle('bold');
	textSize(size);
	const half = (textWidth(words) + size) / 2;
	const top = y - size * 1.5;
	drawPaperPiece(paper, [x - half, top, x + half, top, x + half, y, x + 5, y, x, y + 7, x - 5, y, x - half, y]);
	noStroke();
	fill(ink);
	textAlign('center', 'alphabetic');
	text(words, x, y - size * 0.42);
}

interface SlipPlan {
	tone?: 'right' | 'wrong' | 'doubt';
	size?: number;
	/** The x that the paper stays left of. */
	right?: number;
}

/** Draws a slip of paper whose point is at (x, y). */
export function slip(
	words: string,
	x: number,
	y: number,
	{ tone = 'right', size = 15, right = Infinity }: SlipPlan = {}
): void {
	const { green, red } = currentPalette();
	textStyle('bold');
	textSize(size);
	const wide = textWidth(words) + size * 1.1;
	const left = Math.max(4, Math.min(right - wide - 6, x - wide / 2));
	drawRoundedBox('#fffaf0', left, y - size * 2.3, wide, size * 1.7, 5);
	drawPaperPiece('#fffaf0', [x - 6, y - size * 0.7, x + 6, y - size * 0.7, x, y]);
	noStroke();
	fill({ right: green, wrong: red, doubt: '#7a5200' }[tone]);
	textAlign('left', 'alphabetic');
	text(words, left + size * 0.55, y - size * 1.12);
}

/** Draws a car's number plate. (x, y) is its upper left corner. */
export function numberPlate(words: string, x: number, y: number, size: number): void {
	textStyle('bold');
	textSize(size);
	const wide = textWidth(words) + size * 1.9;
	const high = size * 1.6;
	drawRoundedBox('#fffdf8', x, y, wide, high, 4);
	drawRoundedBox('#2d5f9e', x, y, size * 0.7, high, 4, 0, 0, 4);
	drawRoundedBox('#f26b21', x + wide - size * 0.5, y, size * 0.5, high, 0, 4, 4, 0);
	noFill();
	stroke('#2a2420');
	strokeWeight(1.4);
	rect(x, y, wide, high, 4);
	noStroke();
	fill('#2a2420');
	textAlign('left', 'alphabetic');
	text(words, x + size, y + size * 1.17);
}
