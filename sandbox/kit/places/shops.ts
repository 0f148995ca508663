import {
	circle,
	fill,
	noStroke,
	arc,
	line,
	PI,
	rect,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth
} from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawHairlines, drawPaperPiece, drawPaperSheet, paperOffset } from '../paper.ts';
import type { House } from './street-plan.ts';

export const pickColour = (colours: readonly string[], index: number): string =>
	colours[index % colours.length] ?? '#888';

function drawWindowPane(palette: Palette, x: number, y: number, width: number, height: number, seed: number): void {
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

function drawShutter(palette: Palette, colour: string, x: number, y: number, width: number, height: number): void {
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

function drawShopFront(palette: Palette, house: House, colour: string): void {
	const { x, width } = house;
	drawPaperSheet(colour, palette.shade, [x + 6, -74, x + width - 6, -74, x + width - 6, 0, x + 6, 0], 2);
	const insideColour = palette.hour === 'day' ? '#f7e3b4' : palette.lit;
	drawRoundedBox(palette.frame, x + 12, -54, width - 58, 44, 2);
	drawRoundedBox(insideColour, x + 15, -51, width - 64, 38, 1);
	drawRoundedBox(palette.frame, x + width - 40, -54, 28, 54, 2);
	drawRoundedBox(insideColour, x + width - 37, -51, 22, 48, 1);
	noStroke();
	fill('#e8c06a');
	rect(x + width - 19, -30, 2.5, 10, 1);
}

function drawHomeFront(palette: Palette, house: House): void {
	const { x, width } = house;
	const middle = x + width * 0.3;
	drawRoundedBox(palette.stone, middle - 16, -60, 32, 60, 15, 15, 0, 0);
	drawRoundedBox(pickColour(palette.shutters, house.shutterColourIndex), middle - 12, -55, 24, 55, 12, 12, 0, 0);
	drawRoundedBox('rgba(255, 255, 255, 0.18)', middle - 7, -44, 14, 16, 7, 7, 1, 1);
	noStroke();
	fill('#e8c06a');
	circle(middle + 7, -24, 3.4);
	drawWindowPane(palette, x + width * 0.68 - 11, -54, 22, 34, house.wallColourIndex);
	drawShutter(palette, pickColour(palette.shutters, house.shutterColourIndex), x + width * 0.68 - 25, -56, 11, 38);
	drawShutter(palette, pickColour(palette.shutters, house.shutterColourIndex), x + width * 0.68 + 14, -56, 11, 38);
}

function drawBakery(palette: Palette, house: House): void {
	const { x, width } = house;
	drawShopFront(palette, house, palette.hour === 'day' ? '#7d4a35' : palette.brick);
	// Baguettes in a basket, and a round loaf.
	for (let index = 0; index < 6; index++) {
		const left = x + 24 + index * 6;
		drawPaperPiece(index % 2 === 0 ? '#d99a4e' : '#c5823b', [left, -42, left + 4, -43, left + 6, -14, left + 1, -14]);
	}
	drawRoundedBox('#8a5a33', x + 20, -24, 42, 11, 2);
	noStroke();
	fill('#cf8f45');
	arc(x + 76, -13, 26, 22, PI, 0);
	const stripeCount = 9;
	const stripeWidth = (width - 4) / stripeCount;
	for (let index = 0; index < stripeCount; index++) {
		const left = x + 2 + index * stripeWidth;
		const colour = index % 2 === 0 ? (palette.hour === 'day' ? '#d9623f' : '#8c4440') : palette.frame;
		drawPaperSheet(
			colour,
			palette.shade,
			[left, -82, left + stripeWidth, -82, left + stripeWidth, -62, left + stripeWidth / 2, -57, left, -62],
			2,
			0
		);
	}
}

function drawPharmacy(palette: Palette, house: House, sign: string): void {
	const { x, width } = house;
	const green = palette.hour === 'day' ? '#2f7d56' : '#2a5f4b';
	drawShopFront(palette, house, green);
	for (let index = 0; index < 5; index++) {
		const colour = pickColour(['#ffffff', '#7fb8a0', '#e2a24a', '#ffffff', '#6fa6c0'], index);
		drawRoundedBox(colour, x + 21 + index * 13, -13 - 9 - (index % 3) * 5, 8, 9 + (index % 3) * 5, 2);
	}
	textStyle('bold');
	textSize(15);
	textAlign('center', 'center');
	noStroke();
	fill('#fffaf0');
	if (textWidth(sign) < width - 16) text(sign, x + width / 2, -64);
}

function drawTownHall(palette: Palette, house: House): void {
	const { x, width } = house;
	for (const part of [0.2, 0.5, 0.8]) {
		const middle = x + width * part;
		drawRoundedBox(palette.stone, middle - 18, -64, 36, 64, 18, 18, 0, 0);
		const glow = palette.hour === 'day' ? palette.glass : palette.lit;
		drawRoundedBox(part === 0.5 ? pickColour(palette.shutters, 3) : glow, middle - 13, -58, 26, 58, 13, 13, 0, 0);
	}
	// The flag of the town hall.
	stroke(palette.metal);
	strokeWeight(2);
	line(x + width / 2, -86, x + width / 2 + 26, -108);
	for (const [index, colour] of ['#33508c', '#f4ecdd', '#c2412f'].entries()) {
		const left = x + width / 2 + 8 + index * 6;
		drawPaperPiece(colour, [
			left,
			-93 - index * 5,
			left + 6,
			-98 - index * 5,
			left + 6,
			-80 - index * 5,
			left,
			-75 - index * 5
		]);
	}
}

export function drawGroundFloor(palette: Palette, house: House, sign: string): void {
	if (house.shop === 'bakery') drawBakery(palette, house);
	else if (house.shop === 'pharmacy') drawPharmacy(palette, house, sign);
	else if (house.shop === 'hall') drawTownHall(palette, house);
	else drawHomeFront(palette, house);
}
