/** What people made of the land: fields with their hedges, woods, and lanes from one village to the next. */
import { circle, drawingContext, fill, noStroke, pop, push, rotate, translate } from 'braise/draw';
import { coast, depot, homes, pointOf, type Point } from './country';
import type { Layout } from './layout';
import type { Palette } from './palette';
import { hairlines, piece, sheet, waver } from './paper';
import { river } from './relief';

const middles = [depot, ...homes].map(pointOf);
const near = (point: Point, others: Point[], far: number) =>
	others.some((other) => Math.hypot(other.x - point.x, other.y - point.y) < far);

function field(palette: Palette, layout: Layout, point: Point, index: number): void {
	const { x, y } = layout.at(point);
	const size = layout.scale * (0.37 + Math.abs(waver(index, 7)) * 0.16);
	push();
	translate(x, y);
	rotate(waver(index, 2) * 0.5);
	const shape = [-size, -size * 0.6, size * 0.9, -size * 0.7, size, size * 0.6, -size * 0.9, size * 0.7];
	piece(
		palette.hedge,
		shape.map((value) => value * 1.06)
	);
	piece(palette.fields[index % palette.fields.length] ?? '', shape);
	const furrows: number[] = [];
	for (let row = -2; row <= 2; row++) furrows.push(-size * 0.84, row * size * 0.24, size * 0.86, row * size * 0.24);
	hairlines(palette.furrow, 1, furrows);
	pop();
}

function fields(palette: Palette, layout: Layout): void {
	let index = 0;
	for (let column = 0; column < 24; column++) {
		for (let row = 0; row < 28; row++) {
			index += 1;
			const point = {
				x: 2.2 + column * 1.02 - 0.6 + (row % 2) * 0.5 + waver(column, row) * 0.12,
				y: -8.5 + row * 0.98 + waver(row, column) * 0.12
			};
			if (point.x < coast(point.y) + 0.8 || near(point, middles, 0.95) || near(point, river, 0.75)) continue;
			if (waver(column + 3, row + 5) > -0.3) field(palette, layout, point, index);
		}
	}
}

const woods: [x: number, y: number, many: number][] = [
	[12.2, 9.9, 22],
	[10.9, 9.7, 10],
	[8.1, 3.2, 12],
	[5.4, 3.6, 13],
	[5.1, 9.7, 9],
	[13.7, 5.6, 12],
	[10.6, 0.9, 12],
	[14.3, 9, 10],
	[7.5, 10.2, 7],
	[3.1, 3.2, 6],
	[11.6, 1.6, 7]
];

function tree(palette: Palette, x: number, y: number, size: number, index: number): void {
	const leaf = palette.leaf[index % palette.leaf.length] ?? '';
	noStroke();
	fill(palette.shade);
	circle(x + size * 0.22, y + size * 0.3, size);
	fill(leaf);
	circle(x, y, size);
	fill('rgba(255, 255, 220, 0.14)');
	circle(x - size * 0.14, y - size * 0.16, size * 0.5);
}

function trees(palette: Palette, layout: Layout): void {
	for (const [wx, wy, many] of woods) {
		const placed = Array.from({ length: many }, (_, index) => {
			const far = Math.sqrt((index + 0.4) / many) * (0.34 + many * 0.03);
			return { x: wx + Math.cos(index * 2.4) * far * 1.3, y: wy + Math.sin(index * 2.4) * far, index };
		}).sort((a, b) => b.y - a.y);
		for (const { x, y, index } of placed) {
			const at = layout.at({ x, y });
			tree(palette, at.x, at.y, layout.scale * (0.34 + waver(index, wx) * 0.05), index);
		}
	}
	// Single ones along the hedges.
	for (let index = 0; index < 90; index++) {
		const point = { x: 2 + (waver(index, 11) + 1) * 9, y: -1 + (waver(13, index) + 1) * 6.5 };
		if (point.x < coast(point.y) + 0.5 || near(point, middles, 0.8) || near(point, river, 0.45)) continue;
		const at = layout.at(point);
		tree(palette, at.x, at.y, layout.scale * 0.19, index);
	}
}

/** To each village from its nearest neighbours. Nobody drives on them here: the van flies like a crow. */
function lanes(palette: Palette, layout: Layout): void {
	const context = drawingContext;
	context.strokeStyle = palette.road;
	context.lineWidth = 2.8 * layout.unit;
	const done = new Set<string>();
	middles.forEach((from, index) => {
		const others = middles
			.map((to, other) => ({ to, other, far: Math.hypot(to.x - from.x, to.y - from.y) }))
			.filter(({ other }) => other !== index)
			.sort((a, b) => a.far - b.far);
		for (const { to, other } of others.slice(0, 2)) {
			const key = [Math.min(index, other), Math.max(index, other)].join();
			if (done.has(key)) continue;
			done.add(key);
			const [a, b] = [layout.at(from), layout.at(to)];
			const bend = waver(index, other) * 0.16;
			context.beginPath();
			context.moveTo(a.x, a.y);
			context.quadraticCurveTo((a.x + b.x) / 2 + (b.y - a.y) * bend, (a.y + b.y) / 2 - (b.x - a.x) * bend, b.x, b.y);
			context.stroke();
		}
	});
}

function bridge(palette: Palette, layout: Layout): void {
	const { x, y } = layout.at({ x: 3.66, y: 6.76 });
	const size = layout.unit;
	sheet(
		palette.walls[1] ?? '',
		palette.shade,
		[-7, -15, 7, -15, 7, 13, -7, 13].map((value, at) => (at % 2 === 0 ? x : y) + value * size),
		2,
		0
	);
}

export function countryside(palette: Palette, layout: Layout): void {
	fields(palette, layout);
	lanes(palette, layout);
	bridge(palette, layout);
	trees(palette, layout);
}
