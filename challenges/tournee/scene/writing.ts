/** Words on the map: with a halo of paper, so that they are read over anything; and what somebody says, in a bubble. */
import {
	fill,
	noFill,
	noStroke,
	stroke,
	strokeJoin,
	strokeWeight,
	text,
	textAlign,
	textLines,
	textSize,
	textStyle,
	textWidth
} from 'braise/draw';
import type { Point } from './country';
import type { Frame } from './frame';
import { box, piece } from './paper';

export function haloed(words: string, x: number, y: number, size: number, ink: string, halo: string): void {
	textSize(size);
	textAlign('center', 'alphabetic');
	strokeJoin('round');
	noFill();
	stroke(halo);
	strokeWeight(size * 0.3);
	text(words, x, y);
	noStroke();
	fill(ink);
	text(words, x, y);
}

/** Writes as large as fits. */
export function fitted(words: string, x: number, y: number, size: number, room: number): void {
	textSize(size);
	const wide = textWidth(words);
	if (wide > room) textSize(Math.max(9, (size * room) / wide));
	text(words, x, y);
}

export interface Speech {
	who: string;
	words: string;
	tone: 'wrong' | 'right' | 'odd';
}

/** Its tail points at `at`; it stands above, or below where there is no room. */
export function bubble({ palette, layout }: Frame, speech: Speech, at: Point, grown: number): void {
	if (grown <= 0) return;
	const size = layout.narrow ? 15 : 16.5;
	const pad = size * 0.75;
	const room = Math.min(layout.width - 40, size * 15);
	textSize(size);
	textStyle('normal');
	const lines = textLines(speech.words, room);
	const wide = Math.max(...lines.map((words) => textWidth(words)), textWidth(speech.who) * 1.1) + pad * 2;
	const high = (lines.length + 1) * size * 1.24 + pad * 1.2;
	const gap = 26 * layout.unit + 12;
	const above = at.y - gap - high > layout.strip + 4;
	// In a low picture it covers what it speaks of, rather than being cut.
	const lowest = layout.height - high - 6;
	const top = Math.min(lowest, above ? at.y - gap - high : at.y + gap) + (1 - grown) * 10;
	const left = Math.max(8, Math.min(layout.width - wide - 8, at.x - wide / 2));
	const [paper, ink] = {
		wrong: [palette.redWash, palette.red],
		right: [palette.greenWash, palette.green],
		odd: [palette.paper, palette.ink]
	}[speech.tone] as [string, string];
	const foot = above ? top + high : top;
	const tip = above ? foot + gap * 0.5 : foot - gap * 0.5;
	const root = Math.max(left + 16, Math.min(left + wide - 16, at.x));
	const tail = [root - 9, foot + (above ? -3 : 3), root + 9, foot + (above ? -3 : 3), at.x, tip];
	box(palette.shadow, left + 2, top + 5, wide, high, 12);
	piece(paper, tail);
	box(paper, left, top, wide, high, 12);
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill(ink);
	text(speech.who, left + pad, top + pad * 0.6 + size);
	textStyle('normal');
	fill('#2a2420');
	lines.forEach((words, index) => text(words, left + pad, top + pad * 0.6 + size * (2.24 + index * 1.24)));
}
