/** Things in the cells of a plan, seen from above: beds of plants, cars, hospital beds with a patient. */
import { circle, ellipse, fill, noStroke, pop, push, scale, stroke, strokeWeight, line, translate } from 'braise/draw';
import { drawRoundedBox, drawHairlines } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import type { GridGround } from './grid-fields.ts';

/** Colours of the things on each kind of ground: the first colour is that of value 1. */
const CELL_THING_COLOURS: Record<GridGround, readonly string[]> = {
	garden: ['#d2412a', '#a9cf5f', '#f0c24b', '#8a5a94', '#fbf3df', '#e07f2e'],
	parking: ['#c8452f', '#3f6f8f', '#e0a63a', '#7b5c86', '#5f7f5a', '#e9e2d2'],
	ward: ['#6f9c8a', '#4f7fa3', '#c8452f', '#8a6a9a', '#e0a63a', '#5d6f88']
};
const CELL_GROUND_COLOURS: Record<GridGround, [day: string, dusk: string]> = {
	garden: ['#a8794f', '#6b4d43'],
	parking: ['#8b8378', '#4b4650'],
	ward: ['#e6e3d6', '#a9a5b0']
};

export function drawCellGround(ground: GridGround, { x, y, width, height }: Area): void {
	const [day, dusk] = CELL_GROUND_COLOURS[ground];
	drawRoundedBox(currentPalette().hour === 'day' ? day : dusk, x, y, width, height, ground === 'garden' ? 5 : 1);
	const lines: number[] = [];
	if (ground === 'garden') {
		for (let row = 1; row < 6; row++) lines.push(x + 5, y + (height * row) / 6, x + width - 5, y + (height * row) / 6);
		drawHairlines('rgba(60, 32, 12, 0.28)', 2.4, lines);
	} else if (ground === 'parking') {
		lines.push(x + 1, y, x + 1, y + height, x + width - 1, y, x + width - 1, y + height);
		drawHairlines('rgba(255, 250, 240, 0.85)', 2.4, lines);
	} else {
		lines.push(x, y + height / 2, x + width, y + height / 2, x + width / 2, y, x + width / 2, y + height);
		drawHairlines('rgba(70, 70, 90, 0.14)', 1.4, lines);
	}
}

/** Draws the thing that stands for a value, in the middle of a cell. Values count from 1. */
export function drawCellThing(ground: GridGround, value: number, { x, y, width, height }: Area): void {
	const colours = CELL_THING_COLOURS[ground];
	const colour = colours[(value - 1) % colours.length] ?? '';
	push();
	translate(x + width / 2, y + height / 2);
	scale(Math.min(width, height) / 60);
	noStroke();
	DRAW_THING_BY_GROUND[ground](colour, value);
	pop();
}

const DRAW_THING_BY_GROUND: Record<GridGround, (colour: string, value: number) => void> = {
	/** A row of plants: each value has its own leaves and fruit. */
	garden(colour, value) {
		for (const across of [-16, 0, 16]) {
			fill('rgba(40, 22, 8, 0.3)');
			ellipse(across + 1, 12, 17, 5);
			const isTall = value % 2 === 0;
			fill('#4f7d3a');
			if (isTall) for (const side of [-5, 0, 5]) ellipse(across + side, -2 - Math.abs(side), 6, 24);
			else circle(across, 2, 17);
			fill(colour);
			const fruitPositions =
				value % 3 === 0
					? [
							[0, -10],
							[-5, -2],
							[5, -2]
						]
					: isTall
						? [[0, -13]]
						: [
								[-4, 0],
								[4, 4]
							];
			for (const [dx = 0, dy = 0] of fruitPositions) circle(across + dx, dy, value % 3 === 0 ? 6 : 8);
		}
	},
	/** A car. Cars for every second value have a stripe along the roof. */
	parking(colour, value) {
		drawRoundedBox('rgba(20, 15, 10, 0.3)', -13, -23, 29, 50, 9);
		drawRoundedBox(colour, -15, -25, 29, 50, 9);
		drawRoundedBox('#2b3640', -11, -14, 21, 9, 3);
		drawRoundedBox('#2b3640', -11, 12, 21, 6, 2);
		if (value % 2 === 0) drawRoundedBox('rgba(255, 250, 240, 0.85)', -2, -4, 4, 15);
		for (const side of [-11, 7]) drawRoundedBox('#ffe9b0', side, -25, 4, 3, 1);
	},
	/** A bed with a patient. Beds for every second value have a striped blanket. */
	ward(colour, value) {
		drawRoundedBox('rgba(30, 30, 50, 0.24)', -15, -24, 33, 52, 4);
		drawRoundedBox('#fffdf6', -17, -26, 33, 52, 4);
		drawRoundedBox('#d7dfe2', -12, -23, 23, 13, 4);
		fill('#d6a077');
		circle(-0.5, -15, 11);
		drawRoundedBox(colour, -17, -6, 33, 32, 3);
		if (value % 2 > 0) return;
		stroke('rgba(255, 255, 255, 0.75)');
		strokeWeight(3);
		for (const row of [3, 12, 20]) line(-15, row, 14, row);
	}
};
