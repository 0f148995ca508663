/** Draws the windows of a house, with shutters, flowers, and panes that are lit in the evening. */
import { circle, fill, noStroke } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawHairlines, drawPaperPiece, drawPaperSheet, paperOffset } from '../paper.ts';
import type { House } from './house-plan.ts';

export const pickColour = (list: readonly string[], index: number): string => list[index % list.length] ?? '#888';

export function drawWindowPane(
	palette: Palette,
	x: number,
	y: number,
	width: number,
	height: number,
	seed: number
): void {
	const lit = palette.hour !== 'day' && paperOffset(seed, x) > (palette.hour === 'night' ? 0.25 : -0.15);
	drawRoundedBox(palette.frame, x - 2.5, y - 2.5, width + 5, height + 5, 1.5);
	drawRoundedBox(lit ? palette.lit : palette.glass, x, y, width, height);
	if (!lit)
		drawPaperPiece('rgba(255, 255, 255, 0.22)', [
			x,
			y,
			x + width * 0.62,
			y,
			x + width * 0.12,
			y + height,
			x,
			y + height
		]);
	if (lit && paperOffset(x, seed) > 0.2) {
		// A curtain.
		drawPaperPiece('rgba(176, 90, 50, 0.35)', [x, y, x + width * 0.4, y, x + width * 0.14, y + height, x, y + height]);
	}
	const [middle, bar] = [x + width / 2, y + height * 0.45];
	drawHairlines(palette.frame, 1.6, [middle, y, middle, y + height, x, bar, x + width, bar]);
}

export function drawShutter(
	palette: Palette,
	colour: string,
	x: number,
	y: number,
	width: number,
	height: number
): void {
	drawPaperSheet(colour, palette.shade, [x, y, x + width, y, x + width, y + height, x, y + height], 1.5, 0.5);
	const slats: number[] = [];
	for (let slat = y + 5; slat < y + height - 2; slat += 5) slats.push(x + 2, slat, x + width - 2, slat);
	drawHairlines('rgba(255, 255, 255, 0.2)', 1, slats);
}

export function drawUpperWindows(palette: Palette, house: House): void {
	const { x, width, height, columns, rows } = house;
	const storey = (height - 76) / rows;
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const middle = x + (width * (column + 0.5)) / columns;
			const tall = Math.min(42, storey - 18);
			const top = -height + 14 + row * storey;
			drawWindowPane(palette, middle - 10, top, 20, tall, house.wall * 7 + row * 3 + column);
			const colour = pickColour(palette.shutters, house.shutter);
			drawShutter(palette, colour, middle - 24, top - 2, 11, tall + 4);
			drawShutter(palette, colour, middle + 13, top - 2, 11, tall + 4);
			drawRoundedBox(palette.stone, middle - 14, top + tall + 3, 28, 4, 1);
			if (paperOffset(middle, row) > 0.1) flowers(palette, middle, top + tall + 2);
		}
	}
}

function flowers(palette: Palette, x: number, y: number): void {
	noStroke();
	for (let index = 0; index < 7; index++) {
		fill(pickColour(palette.leaf, index));
		circle(x - 10 + index * 3.4, y - 1 + paperOffset(x, index) * 1.5, 5);
	}
	const petals = palette.hour === 'day' ? ['#d8492f', '#f3b23c', '#e77d90'] : ['#8a3a3c', '#a8773f', '#8e5465'];
	for (let index = 0; index < 5; index++) {
		fill(pickColour(petals, index + Math.round(x)));
		circle(x - 8 + index * 4.2, y - 3 + paperOffset(index, x) * 2, 3.4);
	}
}
