/** Draws the windows of a house, with shutters, flowers, and panes that are lit in the evening. */
import { circle, fill, noStroke } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawHairlines, drawPaperPiece, drawPaperSheet, paperOffset } from '../paper.ts';
import type { House } from './house-plan.ts';

export const pickColour = (colours: readonly string[], index: number): string =>
	colours[index % colours.length] ?? '#888';

export function drawWindowPane(
	palette: Palette,
	x: number,
	y: number,
	width: number,
	height: number,
	seed: number
): void {
	const isLit = palette.hour !== 'day' && paperOffset(seed, x) > (palette.hour === 'night' ? 0.25 : -0.15);
	drawRoundedBox(palette.frame, x - 2.5, y - 2.5, width + 5, height + 5, 1.5);
	drawRoundedBox(isLit ? palette.lit : palette.glass, x, y, width, height);
	if (!isLit)
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
	if (isLit && paperOffset(x, seed) > 0.2) {
		// Draws a curtain.
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
	const slatLines: number[] = [];
	for (let slatY = y + 5; slatY < y + height - 2; slatY += 5) slatLines.push(x + 2, slatY, x + width - 2, slatY);
	drawHairlines('rgba(255, 255, 255, 0.2)', 1, slatLines);
}

export function drawUpperWindows(palette: Palette, house: House): void {
	const { x, width, height, windowColumns, windowRows } = house;
	const storeyHeight = (height - 76) / windowRows;
	for (let row = 0; row < windowRows; row++) {
		for (let column = 0; column < windowColumns; column++) {
			const middle = x + (width * (column + 0.5)) / windowColumns;
			const windowHeight = Math.min(42, storeyHeight - 18);
			const top = -height + 14 + row * storeyHeight;
			drawWindowPane(palette, middle - 10, top, 20, windowHeight, house.wallColourIndex * 7 + row * 3 + column);
			const colour = pickColour(palette.shutters, house.shutterColourIndex);
			drawShutter(palette, colour, middle - 24, top - 2, 11, windowHeight + 4);
			drawShutter(palette, colour, middle + 13, top - 2, 11, windowHeight + 4);
			drawRoundedBox(palette.stone, middle - 14, top + windowHeight + 3, 28, 4, 1);
			if (paperOffset(middle, row) > 0.1) drawFlowers(palette, middle, top + windowHeight + 2);
		}
	}
}

function drawFlowers(palette: Palette, x: number, y: number): void {
	noStroke();
	for (let index = 0; index < 7; index++) {
		fill(pickColour(palette.leaf, index));
		circle(x - 10 + index * 3.4, y - 1 + paperOffset(x, index) * 1.5, 5);
	}
	const petalColours = palette.hour === 'day' ? ['#d8492f', '#f3b23c', '#e77d90'] : ['#8a3a3c', '#a8773f', '#8e5465'];
	for (let index = 0; index < 5; index++) {
		fill(pickColour(petalColours, index + Math.round(x)));
		circle(x - 8 + index * 4.2, y - 3 + paperOffset(index, x) * 2, 3.4);
	}
}
