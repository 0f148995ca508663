/** The belt: rollers, rubber, and the tray before it that wrong boxes fall into. Origin at the lower edge. */
import { circle, fill, line, noStroke, stroke, strokeWeight } from 'braise/draw';
import { flat } from './carton';
import { heights, type Layout } from './layout';
import type { Palette } from './palette';
import { box, piece, waver } from './paper';

/** `travel` is how far the belt has moved, in units. */
export function belt(palette: Palette, layout: Layout, travel: number): void {
	const { front, back } = heights;
	const end = layout.width + 20;
	for (let x = 40; x < layout.width; x += 210) {
		box(palette.steelDark, x, -front, 14, front - 16);
		box(palette.steelDark, x - 8, -20, 30, 8, 3);
	}
	box(palette.shade, -10, -front + 22, end, 14);
	box(palette.steelLight, -10, -back - 8, end, 10);
	piece(palette.rubber, [-10, -back, end, -back, end, -front, -10, -front]);
	// Cleats move along: one sees that the line runs.
	stroke('rgba(255, 255, 255, 0.10)');
	strokeWeight(3);
	const pitch = 46;
	for (let x = (travel % pitch) - pitch; x < end + 30; x += pitch) line(x, -back + 1, x - 16, -front - 1);
	noStroke();
	box(palette.steel, -10, -front, end, 22);
	box(palette.steelLight, -10, -front, end, 4);
	for (let x = 12; x < end; x += 46) {
		fill(palette.steelDark);
		circle(x, -front + 12, 11);
		fill(palette.steelLight);
		circle(x, -front + 12, 4.5);
	}
}

/** What is thrown away lies there for all to see. */
export function tray(palette: Palette, layout: Layout, wrong: number): void {
	const x = layout.tray;
	const shown = Math.min(wrong, 6);
	box(palette.shade, x - 78, -8, 160, 10, 4);
	piece(palette.steelDark, [x - 82, -52, x + 82, -52, x + 72, -4, x - 72, -4]);
	for (let index = 0; index < shown; index++)
		flat(palette, x + waver(index, 2) * 10, -36 - index * 12, waver(index, 5) * 0.14);
	piece(palette.machine.middle, [x - 80, -34, x + 80, -34, x + 72, -2, x - 72, -2]);
	piece(palette.machine.light, [x - 82, -38, x + 82, -38, x + 80, -30, x - 80, -30]);
}
