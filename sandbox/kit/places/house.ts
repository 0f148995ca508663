/** Draws the front of a house in a small town of western France: rendered walls, corner stones, a slate roof. */
import { line, stroke, strokeWeight } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperSheet } from '../paper.ts';
import type { House } from './house-plan.ts';
import { pickColour, drawUpperWindows } from './house-windows.ts';
import { drawGroundFloor } from './shops.ts';

function drawChimney(palette: Palette, x: number, y: number): void {
	drawPaperSheet(palette.brick, palette.shade, [x, y, x + 15, y, x + 15, y + 32, x, y + 32], 2);
	drawRoundedBox(palette.stone, x - 2, y - 2, 19, 5, 1);
	drawRoundedBox(palette.brick, x + 2, y - 9, 4, 8);
	drawRoundedBox(palette.brick, x + 9, y - 9, 4, 8);
}

function drawRoof(palette: Palette, house: House): void {
	const { x, width, height } = house;
	const top = -height;
	const slateColour = pickColour(palette.slate, house.wallColourIndex);
	const roofHeight = house.hasGable ? width * 0.46 : 46;
	drawChimney(palette, x + width * 0.18, top - roofHeight - 4);
	const roofOutline = house.hasGable
		? [x - 7, top + 3, x + width / 2, top - roofHeight, x + width + 7, top + 3]
		: [x - 6, top + 3, x + 12, top - roofHeight, x + width - 12, top - roofHeight, x + width + 6, top + 3];
	drawPaperSheet(slateColour, palette.shade, roofOutline, 4);
	// Rows of slates: thin lines, each a little shorter towards the ridge.
	stroke('rgba(255, 255, 255, 0.10)');
	strokeWeight(1);
	for (let slateRow = 1; slateRow < 6; slateRow++) {
		const part = slateRow / 6;
		const inset = house.hasGable ? (width / 2 + 7) * part : 18 * part;
		const y = top + 3 - (roofHeight + 3) * part;
		line(x - 4 + inset, y, x + width + 4 - inset, y);
	}
	for (let index = 0; index < (house.dormerCount ?? 0); index++) {
		const middle = x + (width * (index + 1)) / ((house.dormerCount ?? 0) + 1);
		drawPaperSheet(
			palette.stone,
			palette.shade,
			[middle - 12, top, middle - 12, top - 24, middle, top - 34, middle + 12, top - 24, middle + 12, top],
			2
		);
		drawRoundedBox(
			index % 2 === 0 && palette.hour !== 'day' ? palette.lit : palette.glass,
			middle - 7,
			top - 22,
			14,
			19
		);
		stroke(palette.frame);
		strokeWeight(1.5);
		line(middle, top - 22, middle, top - 3);
	}
}

/** Draws a house, whose lower edge is at y = 0. */
export function drawHouse(palette: Palette, house: House, sign: string): void {
	const { x, width, height } = house;
	drawRoof(palette, house);
	drawPaperSheet(
		pickColour(palette.walls, house.wallColourIndex),
		palette.shade,
		[x, 0, x, -height, x + width, -height, x + width, 0],
		3
	);
	drawRoundedBox('rgba(0, 0, 0, 0.10)', x, -9, width, 9);
	for (let row = 0; row * 13 < height - 12; row++) {
		const stoneWidth = row % 2 === 0 ? 10 : 6;
		drawRoundedBox(palette.stone, x, -height + row * 13 + 2, stoneWidth, 10, 1);
		drawRoundedBox(palette.stone, x + width - stoneWidth, -height + row * 13 + 2, stoneWidth, 10, 1);
	}
	drawRoundedBox(palette.stone, x - 3, -height - 1, width + 6, 6, 1);
	drawUpperWindows(palette, house);
	drawGroundFloor(palette, house, sign);
}
