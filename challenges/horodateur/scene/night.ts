/** The street by night: an officer passes, and what is written down about everybody lies beside it. */
import {
	ellipse,
	fill,
	label,
	layer,
	noStroke,
	pop,
	push,
	scale,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';
import { car } from './cars';
import { heights, type Layout } from './layout';
import { mapSheet } from './map';
import type { Memory } from './memory';
import type { Palette } from './palette';
import { box, piece } from './paper';
import { person } from './people';
import { street } from './street';

/** A slip over a car, its point at (x, y). */
function slip(words: string, colour: string, x: number, y: number, size: number, limit: number): void {
	textStyle('bold');
	textSize(size);
	const wide = textWidth(words) + size * 1.1;
	const left = Math.max(4, Math.min(limit - wide - 6, x - wide / 2));
	box('#fffaf0', left, y - size * 2.3, wide, size * 1.7, 5);
	piece('#fffaf0', [x - 6, y - size * 0.7, x + 6, y - size * 0.7, x, y]);
	noStroke();
	fill(colour);
	textAlign('left', 'alphabetic');
	text(words, left + size * 0.55, y - size * 1.12);
}

export function playNight(palette: Palette, layout: Layout, memory: Memory, time: number, still: boolean): void {
	const { width, height, narrow, street: k } = layout;
	layer('street', palette.hour, () => street(palette, layout));
	const units = width / k;
	const told = still ? 60 : time;
	const first = narrow ? units * 0.34 : 84;
	const second = narrow ? units * 0.78 : 262;
	const size = Math.max(narrow ? 15 : 14, 15 * k);
	push();
	translate(0, height);
	scale(k);
	for (const [index, x] of [
		[1, first],
		[4, second]
	] as const) {
		push();
		translate(x, -heights.bay + 6);
		car(palette, index, 0, true);
		pop();
	}
	// Walks to the first car, reads, walks to the second, reads, and begins again.
	const round = still ? 7 : time % 14;
	const going = Math.min(1, Math.max(0, (round - 0.2) / 1.6));
	const on = Math.min(1, Math.max(0, (round - 5) / 2));
	const x = -90 + (first - 40 + 90) * going + (second - first) * on;
	const away = Math.min(1, Math.max(0, (round - 11.6) / 2.2));
	const reach = x + away * (units + 200 - x);
	const walking = !still && ((going > 0 && going < 1) || (on > 0 && on < 1) || (away > 0 && away < 1));
	push();
	translate(reach, -heights.near + 22);
	scale(narrow ? 0.62 : 0.78);
	person(
		palette,
		1,
		'paying',
		walking ? Math.sin(time * 8) : 0,
		walking ? -Math.abs(Math.sin(time * 8)) * 3 : 0,
		false
	);
	noStroke();
	piece('rgba(255, 233, 160, 0.20)', [56, -118, 190, -170, 190, -70]);
	box('#20242e', 44, -124, 16, 9, 3);
	fill('rgba(255, 244, 200, 0.9)');
	ellipse(60, -119, 5, 9);
	pop();
	pop();
	const place = narrow
		? {
				x: 8,
				y: 12,
				width: width - 16,
				height: height - 12 - (heights.bay + 54) * k - (height > 330 ? 40 : 22),
				size: 14.6
			}
		: { x: width * 0.41, y: 22, width: width * 0.59 - 16, height: height * 0.84, size: 16 };
	mapSheet(palette, place, memory, told);
	const above = height - (heights.bay + 54) * k;
	if (round > 2.2 && round < 6.5) {
		const words = memory.typed ? label('right') : label('paper-ticket', { time: '19:40' });
		slip(words, palette.green, first * k, above, size, narrow ? width : place.x);
	}
	if (round > 6.9 && round < 12) {
		// The second driver found a paper ticket with time left on it. Only a typed plate shows that.
		slip(
			label(memory.typed ? 'noticed' : 'passed-on'),
			memory.typed ? palette.red : '#7a5200',
			second * k,
			above,
			size,
			narrow ? width : place.x
		);
	}
}
