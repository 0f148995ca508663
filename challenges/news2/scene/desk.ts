/** Where the nurse writes: a desk with a lamp, a telephone, and the clock of the ward above. */
import { circle, fill, line, noStroke, pop, push, scale, stroke, strokeWeight, translate } from 'braise/draw';
import type { Layout } from './layout';
import type { Palette } from './palette';
import { box, glow, piece } from './paper';

/** `hour` goes on past 24 and has parts. */
export function clock(palette: Palette, layout: Layout, hour: number): void {
	const { x } = layout.desk;
	const y = layout.wall * 0.42;
	const size = Math.min((layout.width - layout.column * 5) * 0.72, layout.wall * 0.52);
	noStroke();
	fill(palette.shade);
	circle(x + 1.5, y + 2.5, size);
	fill(palette.ink);
	circle(x, y, size);
	fill(palette.paper);
	circle(x, y, size * 0.86);
	const hand = (turn: number, long: number, weight: number) => {
		stroke(palette.ink);
		strokeWeight(weight);
		line(x, y, x + Math.sin(turn * Math.PI * 2) * long, y - Math.cos(turn * Math.PI * 2) * long);
	};
	for (let mark = 0; mark < 12; mark++) {
		const turn = (mark / 12) * Math.PI * 2;
		noStroke();
		fill(palette.quiet);
		circle(x + Math.sin(turn) * size * 0.36, y - Math.cos(turn) * size * 0.36, size * (mark % 3 === 0 ? 0.06 : 0.035));
	}
	hand((hour % 12) / 12, size * 0.21, Math.max(1.8, size * 0.06));
	hand(hour % 1, size * 0.32, Math.max(1.2, size * 0.035));
}

export function desk(palette: Palette, layout: Layout): void {
	const { x } = layout.desk;
	const wide = layout.width - layout.column * 5;
	const size = wide / 100;
	push();
	translate(x, layout.wall + size * 46);
	scale(size);
	noStroke();
	box(palette.shade, -38, 4, 84, 84, 4);
	box(palette.woodDark, -42, -6, 84, 86, 4);
	box(palette.wood, -42, -14, 84, 70, 4);
	// A register, and a lamp that leans over it.
	box(palette.shade, -27, 4, 46, 32, 2);
	box(palette.paper, -30, 2, 46, 32, 2);
	for (let row = 0; row < 4; row++) box(palette.line, -25, 8 + row * 6, row === 3 ? 18 : 36, 2);
	box('#c8452f', 22, 18, 14, 26, 3);
	box('#8f2f22', 25, 22, 8, 12, 2);
	stroke(palette.ink);
	strokeWeight(4);
	line(30, -8, 30, -40);
	line(30, -40, 8, -52);
	piece(palette.name === 'lamps' ? '#2f6f62' : '#3b8a7a', [-8, -36, 2, -58, 16, -60, 20, -44]);
	pop();
	glow(palette.lamplight, x - size * 2, layout.wall + size * 50, wide * 0.95, palette.name === 'lamps' ? 0.5 : 0.55);
}
