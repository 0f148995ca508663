/** Draws the ground of a street: pavement, parking bays, road, and the grain of the paper over everything. */
import { drawingContext, line, stroke, strokeWeight } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { box, sheet, waver } from '../paper.ts';
import type { Stage } from '../stage.ts';
import { baysIn, heights } from './street-plan.ts';

export function ground(palette: Palette, stage: Stage): void {
	const wide = stage.width / stage.far + 20;
	box(palette.pavement, -10, -heights.pavement - 2, wide, heights.pavement + 2);
	stroke('rgba(0, 0, 0, 0.07)');
	strokeWeight(1);
	for (let x = 0; x < wide; x += 34) line(x, -heights.pavement, x - 12, -heights.kerb);
	sheet(
		palette.kerb,
		palette.shade,
		[-10, -heights.kerb - 4, wide, -heights.kerb - 4, wide, -heights.kerb + 3, -10, -heights.kerb + 3],
		1,
		0
	);
	box(palette.road, -10, -heights.kerb + 3, wide, heights.kerb);
	for (let index = 0; index < 110; index++) {
		const x = (waver(index, 1) + 1) * 0.5 * wide;
		const y = -heights.near - (waver(2, index) + 1) * 0.5 * (heights.kerb - heights.near - 6);
		box(index % 2 === 0 ? 'rgba(255, 255, 255, 0.06)' : 'rgba(0, 0, 0, 0.06)', x, y, 3 + (index % 4), 1.6);
	}
	// The parking bays, each with a P.
	stroke(palette.marking);
	strokeWeight(3);
	for (const x of baysIn(stage)) {
		line(x - 78, -heights.kerb + 8, x - 84, -heights.bay + 12);
		line(x + 78, -heights.kerb + 8, x + 84, -heights.bay + 12);
	}
	line(-10, -heights.bay + 14, wide, -heights.bay + 14);
	strokeWeight(2.5);
	for (let x = 8; x < wide; x += 56) line(x, -heights.near - 12, x + 28, -heights.near - 12);
	sheet(
		palette.kerb,
		palette.shade,
		[-10, -heights.near, wide, -heights.near, wide, -heights.near + 9, -10, -heights.near + 9],
		3,
		0
	);
	box(palette.near, -10, -heights.near + 9, wide, heights.near);
	stroke('rgba(0, 0, 0, 0.08)');
	strokeWeight(1.2);
	line(-10, -24, wide, -24);
	for (let x = 0; x < wide; x += 52) {
		line(x, -heights.near + 9, x - 14, -24);
		line(x + 12, -24, x - 8, 4);
	}
}

/** Draws the grain of the paper: specks over everything. */
export function grain({ width, height }: Stage): void {
	const context = drawingContext;
	for (const [colour, from] of [
		['rgba(255, 255, 255, 0.07)', 1],
		['rgba(60, 30, 0, 0.06)', 2]
	] as const) {
		context.fillStyle = colour;
		context.beginPath();
		for (let index = 0; index < 500; index++) {
			const x = (waver(index, from) + 1) * 0.5 * width;
			const y = (waver(from, index) + 1) * 0.5 * height;
			context.rect(x, y, 1.6, 1.6);
		}
		context.fill();
	}
}
