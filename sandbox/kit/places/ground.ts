/** Draws the ground of a street: pavement, parking bays, road, and the grain of the paper over everything. */
import { drawingContext, line, stroke, strokeWeight } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperSheet, paperOffset } from '../paper.ts';
import type { Stage } from '../stage.ts';
import { parkingBayPositions, streetHeights } from './street-plan.ts';

export function drawStreetGround(palette: Palette, stage: Stage): void {
	const groundWidth = stage.width / stage.far + 20;
	drawRoundedBox(palette.pavement, -10, -streetHeights.pavement - 2, groundWidth, streetHeights.pavement + 2);
	stroke('rgba(0, 0, 0, 0.07)');
	strokeWeight(1);
	for (let x = 0; x < groundWidth; x += 34) line(x, -streetHeights.pavement, x - 12, -streetHeights.kerb);
	drawPaperSheet(
		palette.kerb,
		palette.shade,
		[
			-10,
			-streetHeights.kerb - 4,
			groundWidth,
			-streetHeights.kerb - 4,
			groundWidth,
			-streetHeights.kerb + 3,
			-10,
			-streetHeights.kerb + 3
		],
		1,
		0
	);
	drawRoundedBox(palette.road, -10, -streetHeights.kerb + 3, groundWidth, streetHeights.kerb);
	for (let index = 0; index < 110; index++) {
		const x = (paperOffset(index, 1) + 1) * 0.5 * groundWidth;
		const y = -streetHeights.near - (paperOffset(2, index) + 1) * 0.5 * (streetHeights.kerb - streetHeights.near - 6);
		drawRoundedBox(index % 2 === 0 ? 'rgba(255, 255, 255, 0.06)' : 'rgba(0, 0, 0, 0.06)', x, y, 3 + (index % 4), 1.6);
	}
	// The parking bays, each with a P.
	stroke(palette.marking);
	strokeWeight(3);
	for (const x of parkingBayPositions(stage)) {
		line(x - 78, -streetHeights.kerb + 8, x - 84, -streetHeights.bay + 12);
		line(x + 78, -streetHeights.kerb + 8, x + 84, -streetHeights.bay + 12);
	}
	line(-10, -streetHeights.bay + 14, groundWidth, -streetHeights.bay + 14);
	strokeWeight(2.5);
	for (let x = 8; x < groundWidth; x += 56) line(x, -streetHeights.near - 12, x + 28, -streetHeights.near - 12);
	drawPaperSheet(
		palette.kerb,
		palette.shade,
		[
			-10,
			-streetHeights.near,
			groundWidth,
			-streetHeights.near,
			groundWidth,
			-streetHeights.near + 9,
			-10,
			-streetHeights.near + 9
		],
		3,
		0
	);
	drawRoundedBox(palette.near, -10, -streetHeights.near + 9, groundWidth, streetHeights.near);
	stroke('rgba(0, 0, 0, 0.08)');
	strokeWeight(1.2);
	line(-10, -24, groundWidth, -24);
	for (let x = 0; x < groundWidth; x += 52) {
		line(x, -streetHeights.near + 9, x - 14, -24);
		line(x + 12, -24, x - 8, 4);
	}
}

/** Draws the grain of the paper: specks over everything. */
export function drawPaperGrain({ width, height }: Stage): void {
	const context = drawingContext;
	for (const [colour, from] of [
		['rgba(255, 255, 255, 0.07)', 1],
		['rgba(60, 30, 0, 0.06)', 2]
	] as const) {
		context.fillStyle = colour;
		context.beginPath();
		for (let index = 0; index < 500; index++) {
			const x = (paperOffset(index, from) + 1) * 0.5 * width;
			const y = (paperOffset(from, index) + 1) * 0.5 * height;
			context.rect(x, y, 1.6, 1.6);
		}
		context.fill();
	}
}
