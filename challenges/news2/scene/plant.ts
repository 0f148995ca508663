/** Something green in the corner, that somebody waters. */
import { ellipse, fill, noStroke, pop, push, rotate, scale, translate } from 'braise/draw';
import type { Layout } from './layout';
import type { Palette } from './palette';
import { box, piece } from './paper';

const leaves: [turn: number, long: number, dark: boolean][] = [
	[-1.25, 46, true],
	[1.2, 48, true],
	[-0.85, 58, false],
	[0.8, 60, true],
	[-0.45, 70, true],
	[0.42, 72, false],
	[0, 78, true],
	[-0.2, 52, false],
	[0.24, 48, false]
];

export function plant(palette: Palette, layout: Layout): void {
	const [dark, light] = palette.name === 'lamps' ? ['#3f7a58', '#5b9a6d'] : ['#24503f', '#35684f'];
	push();
	translate(layout.desk.x, (layout.beds[5]?.y ?? 0) + layout.bed * 190);
	scale((layout.width - layout.column * 5) / 110);
	noStroke();
	fill(palette.shade);
	ellipse(6, 0, 62, 15);
	for (const [turn, long, isDark] of leaves) {
		push();
		translate(0, -40);
		rotate(turn);
		noStroke();
		fill(isDark ? dark : light);
		ellipse(0, -long / 2, 19, long);
		pop();
	}
	piece('#b5603c', [-24, -42, 24, -42, 17, 0, -17, 0]);
	piece('#984c2d', [6, -42, 24, -42, 17, 0, 5, 0]);
	box('#c8714b', -27, -48, 54, 11, 4);
	pop();
}
