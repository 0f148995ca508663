/** Sea, coast, hills and river, cut from paper, one sheet over another. */
import {
	beginShape,
	drawingContext,
	endShape,
	fill,
	height,
	linearGradient,
	noFill,
	noStroke,
	rect,
	stroke,
	strokeWeight,
	vertex,
	width
} from 'braise/draw';
import { coast, type Point } from './country';
import type { Layout } from './layout';
import type { Palette } from './palette';
import { sheet, waver } from './paper';

/** Middle, half width and half height in kilometres, how many sheets high. */
const hills: [x: number, y: number, wide: number, high: number, sheets: number][] = [
	[11.2, 10.4, 4.6, 2.6, 4],
	[14.6, 2.4, 3.5, 3.1, 5],
	[15.6, 7.4, 2.4, 2, 3],
	[5.2, -0.4, 2.9, 1.5, 3]
];

/** From its spring to the sea, through Gué-Blanc. */
export const river: Point[] = [
	[13.6, 3.3],
	[12.1, 4.3],
	[10.9, 4.1],
	[9.7, 5.9],
	[7.9, 6.9],
	[6.3, 6.1],
	[5, 7.3],
	[3.65, 6.75],
	[2.7, 5.9],
	[1.8, 6.2],
	[1.2, 5.85],
	[0.55, 5.7]
].map(([x = 0, y = 0]) => ({ x, y }));

function land(layout: Layout, inland: number): number[] {
	const points: number[] = [];
	for (let y = -14; y <= 24; y += 0.3) {
		const { x, y: down } = layout.at({ x: coast(y) + inland + waver(Math.round(y * 10), 3) * 0.05, y });
		points.push(x, down);
	}
	const far = layout.at({ x: 40, y: 24 });
	const near = layout.at({ x: 40, y: -14 });
	return [...points, far.x, far.y, near.x, near.y];
}

function sea(palette: Palette, layout: Layout): void {
	noStroke();
	fill(linearGradient(0, 0, layout.at({ x: 2, y: 5 }).x, 0, ...palette.sea));
	rect(-400, -400, width + 800, height + 800);
	palette.shallows.forEach((colour, index) => sheet(colour, palette.shade, land(layout, -0.95 + index * 0.28), 3, 0));
	// Scallops: the sea as children draw it.
	const context = drawingContext;
	context.strokeStyle = palette.foam;
	context.lineWidth = 1.5;
	for (let row = 0; row < 44; row++) {
		for (let column = 0; column < 9; column++) {
			const y = row * 0.62 - 7 + waver(row, column) * 0.2;
			const x = coast(y) - 1.5 - column * 0.9 - (row % 2) * 0.45 + waver(column, row) * 0.2;
			const at = layout.at({ x, y });
			const size = layout.scale * 0.12;
			context.beginPath();
			context.arc(at.x - size, at.y, size, 0.15 * Math.PI, 0.95 * Math.PI);
			context.arc(at.x + size, at.y, size, 0.15 * Math.PI, 0.95 * Math.PI);
			context.stroke();
		}
	}
}

function ring(layout: Layout, hill: (typeof hills)[number], part: number): number[] {
	const [x, y, wide, high] = hill;
	const points: number[] = [];
	for (let corner = 0; corner < 48; corner++) {
		const turn = (corner / 48) * Math.PI * 2;
		const wave = 1 + 0.1 * Math.sin(turn * 3 + x) + 0.06 * Math.sin(turn * 5 + y * 2) + 0.03 * Math.sin(turn * 9);
		const at = layout.at({
			x: x + Math.cos(turn) * wide * part * wave + (1 - part) * 0.5,
			y: y + Math.sin(turn) * high * part * wave + (1 - part) * 0.4
		});
		points.push(at.x, at.y);
	}
	return points;
}

function heights(palette: Palette, layout: Layout): void {
	for (const hill of hills) {
		const sheets = hill[4];
		for (let index = 0; index < sheets; index++) {
			const colour = palette.hills[index] ?? palette.land;
			sheet(colour, palette.shade, ring(layout, hill, 1 - index / (sheets + 0.6)), 3.2 * layout.unit, 0.6);
		}
	}
}

function curve(points: Point[]): void {
	beginShape();
	for (let index = 0; index + 1 < points.length; index++) {
		const [before, from, to, after] = [index - 1, index, index + 1, index + 2].map(
			(at) => points[Math.min(points.length - 1, Math.max(0, at))]!
		) as [Point, Point, Point, Point];
		for (let part = 0; part < 8; part++) {
			const t = part / 8;
			const blend = (a: number, b: number, c: number, d: number) =>
				0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
			vertex(blend(before.x, from.x, to.x, after.x), blend(before.y, from.y, to.y, after.y));
		}
	}
	const last = points.at(-1);
	if (last) vertex(last.x, last.y);
	endShape();
}

function flow(palette: Palette, layout: Layout): void {
	noFill();
	const points = river.map((point) => layout.at(point));
	// Wider downstream: each stretch is drawn a little thicker than the one before.
	for (const [colour, more] of [
		[palette.bank, 5],
		[palette.water, 0]
	] as const) {
		stroke(colour);
		for (let from = 0; from < points.length - 2; from++) {
			strokeWeight((2.4 + from * 0.62 + more) * layout.unit);
			curve(points.slice(from));
		}
	}
}

export function relief(palette: Palette, layout: Layout): void {
	sea(palette, layout);
	sheet(palette.beach, palette.shade, land(layout, -0.1), 4, 0);
	sheet(palette.land, palette.shade, land(layout, 0.14), 2, 0);
	heights(palette, layout);
	flow(palette, layout);
}
