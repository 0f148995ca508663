/** The workshop, painted once: tiled wall, a window on the hill of Valcendre, floor, lamps. */
import { circle, drawingContext, fill, linearGradient, noStroke, rect, stroke, strokeWeight, line } from 'braise/draw';
import { heights, type Layout } from './layout';
import type { Palette } from './palette';
import { box, piece, sheet, waver } from './paper';

const TILE = 34;

function wall(palette: Palette, layout: Layout): void {
	box(palette.joint, 0, 0, layout.width, layout.height);
	const rows = Math.ceil(layout.height / TILE);
	for (let row = 0; row < rows; row++) {
		const shift = row % 2 === 0 ? 0 : TILE;
		for (let column = -1; column * TILE * 2 < layout.width + TILE; column++) {
			const colour = palette.wall[Math.abs(Math.round(waver(row + 1, column + 1) * 7)) % palette.wall.length] ?? '';
			box(colour, column * TILE * 2 + shift + 1, row * TILE + 1, TILE * 2 - 2, TILE - 2, 2);
		}
	}
	const base = layout.height - heights.back - 30;
	for (let x = 0, index = 0; x < layout.width; x += 17, index++)
		box(palette.frieze[index % 2] ?? '', x + 0.5, base, 16, 12, 1);
}

/** The window behind Awa: the hill and the steeple, so that one knows where one is. */
function window(palette: Palette, x: number, y: number, wide: number, high: number): void {
	const context = drawingContext;
	box(palette.shade, x - 7, y - 4, wide + 18, high + 18, 3);
	box(palette.frame, x - 9, y - 9, wide + 18, high + 18, 3);
	context.save();
	context.beginPath();
	context.rect(x, y, wide, high);
	context.clip();
	noStroke();
	fill(linearGradient(0, y, 0, y + high, ...palette.sky));
	rect(x, y, wide, high);
	fill(palette.sun);
	circle(x + wide * 0.24, y + high * (palette.hour === 'day' ? 0.3 : 0.52), 30);
	const far: number[] = [x - 10, y + high];
	const hill: number[] = [x - 10, y + high];
	for (let step = 0; step <= 12; step++) {
		const left = x - 10 + (step / 12) * (wide + 20);
		far.push(left, y + high * 0.62 - Math.sin(step * 0.9) * 9);
		hill.push(left, y + high * 0.8 - Math.sin(step * 0.55 + 2) * 12);
	}
	piece(palette.far, [...far, x + wide + 10, y + high]);
	const steeple = x + wide * 0.7;
	piece(palette.steeple, [
		steeple - 7,
		y + high,
		steeple - 7,
		y + high * 0.5,
		steeple,
		y + high * 0.22,
		steeple + 7,
		y + high * 0.5,
		steeple + 7,
		y + high
	]);
	piece(palette.hill, [...hill, x + wide + 10, y + high]);
	context.restore();
	box(palette.frame, x + wide / 2 - 3, y, 6, high);
	box(palette.frame, x, y + high * 0.45, wide, 5);
	sheet(
		palette.frame,
		palette.shade,
		[x - 15, y + high + 8, x + wide + 15, y + high + 8, x + wide + 15, y + high + 16, x - 15, y + high + 16],
		3,
		0
	);
}

function floor(palette: Palette, layout: Layout): void {
	const top = layout.height - heights.back + 20;
	box(palette.floor[0] ?? '', 0, top, layout.width, layout.height - top);
	for (let row = 0; row < 6; row++) {
		const y = top + 4 + row * row * 5 + row * 8;
		const high = 12 + row * 8;
		const wide = 46 + row * 16;
		for (let x = -wide * (0.3 + 0.2 * (row % 2)), index = 0; x < layout.width; x += wide, index++)
			box(palette.floor[(index + row * 2) % 3] ?? '', x, y, wide - 3, high, 1);
	}
}

function lamp(palette: Palette, x: number): void {
	stroke(palette.iron);
	strokeWeight(3);
	line(x, 0, x, heights.rail - 4);
	noStroke();
	sheet(
		palette.machine.light,
		palette.shade,
		[x - 9, heights.rail - 8, x + 9, heights.rail - 8, x + 26, heights.rail + 16, x - 26, heights.rail + 16],
		2,
		0
	);
	fill(palette.lamp);
	circle(x, heights.rail + 17, 15);
	if (palette.hour === 'day') return;
	const glow = drawingContext.createRadialGradient(x, heights.rail + 18, 6, x, heights.rail + 70, 210);
	glow.addColorStop(0, 'rgba(255, 214, 140, 0.50)');
	glow.addColorStop(0.4, 'rgba(255, 190, 110, 0.16)');
	glow.addColorStop(1, 'rgba(255, 170, 90, 0)');
	fill(glow);
	circle(x, heights.rail + 70, 420);
}

/** The paper's grain: specks over everything. */
export function grain(layout: Layout): void {
	const context = drawingContext;
	for (const [colour, from] of [
		['rgba(255, 255, 255, 0.07)', 1],
		['rgba(60, 30, 0, 0.06)', 2]
	] as const) {
		context.fillStyle = colour;
		context.beginPath();
		for (let index = 0; index < 420; index++)
			context.rect(
				(waver(index, from) + 1) * 0.5 * layout.width,
				(waver(from, index) + 1) * 0.5 * layout.height,
				1.8,
				1.8
			);
		context.fill();
	}
}

export function room(palette: Palette, layout: Layout, glazed: boolean): void {
	wall(palette, layout);
	floor(palette, layout);
	if (!glazed) return grain(layout);
	const left = layout.awa - (layout.narrow ? 52 : 96);
	window(palette, left, layout.height - heights.back - 186, layout.narrow ? 108 : 200, 128);
	if (!layout.narrow) for (const x of [layout.slate.x + layout.slate.width + 26, layout.width - 30]) lamp(palette, x);
	grain(layout);
}
