/** What somebody says. The tail points at (x, y), the bubble stands above and to the left. */
import {
	fill,
	noStroke,
	pop,
	push,
	scale,
	text,
	textAlign,
	textLines,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';
import type { Palette } from './palette';
import { box, piece } from './paper';

export interface Speech {
	words: string;
	tone: 'wrong' | 'right' | 'odd';
	/** A second, quieter line. */
	aside?: string;
}

export function bubble(
	palette: Palette,
	speech: Speech,
	place: { x: number; y: number; left: number; top: number; size: number; grown: number }
): void {
	const { x, y, left, top, size, grown } = place;
	if (grown <= 0) return;
	const pad = size * 0.85;
	const room = Math.max(90, Math.min(size * 15, x - left - 14 - pad * 2));
	textStyle('bold');
	textSize(size);
	const lines = textLines(speech.words, room);
	let wide = Math.max(...lines.map((words) => textWidth(words)));
	textStyle('normal');
	textSize(size * 0.84);
	const asides = speech.aside === undefined ? [] : textLines(speech.aside, room);
	wide = Math.max(wide, ...asides.map((words) => textWidth(words)));
	const high = lines.length * size * 1.22 + asides.length * size * 1.08 + pad * 1.5;
	const full = wide + pad * 2;
	const right = x - 8;
	const upper = Math.max(top, y - high - size * 2.2);
	push();
	translate(x, y);
	scale(0.6 + 0.4 * grown);
	translate(-x, -y);
	const [paper, ink] = {
		wrong: [palette.redWash, palette.red],
		right: [palette.greenWash, palette.green],
		odd: [palette.paper, palette.ink]
	}[speech.tone] as [string, string];
	const tail = [
		right - size * 2.6,
		upper + high - 4,
		right - size * 0.9,
		upper + high - 4,
		x + 2,
		Math.max(y, upper + high + size * 0.7)
	];
	box('rgba(50, 25, 5, 0.2)', right - full + 2, upper + 5, full, high, size * 0.9);
	piece(
		'rgba(50, 25, 5, 0.2)',
		tail.map((value, index) => value + (index % 2 === 0 ? 2 : 5))
	);
	piece(paper, tail);
	box(paper, right - full, upper, full, high, size * 0.9);
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill(ink);
	lines.forEach((words, index) => text(words, right - full + pad, upper + pad * 0.7 + size * (0.92 + index * 1.22)));
	textStyle('normal');
	textSize(size * 0.84);
	fill(palette.ink);
	asides.forEach((words, index) =>
		text(words, right - full + pad, upper + pad * 0.7 + size * (lines.length * 1.22 + 0.76 + index * 1.08))
	);
	pop();
}
