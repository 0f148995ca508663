import { circle, fill, noStroke, pop, push, rotate, translate, line, scale, stroke, strokeWeight } from 'braise/draw';
import { type CountrysideColours, countrysideColoursAt } from '../countryside-colours.ts';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import { currentPalette, type Place } from '../stage.ts';
import type { VillageSign, CountryMap, CountryPlan, Village } from './country-plan.ts';

type DrawVillageSign = (colours: CountrysideColours, x: number, y: number) => void;

const drawChurch: DrawVillageSign = (colours, x, y) => {
	drawRoundedBox(colours.walls[0] ?? '', x - 4, y - 12, 20, 12);
	drawPaperPiece(colours.slate, [x - 2, y - 12, x + 4, y - 19, x + 15, y - 19, x + 19, y - 12]);
	drawRoundedBox(colours.walls[1] ?? '', x - 9, y - 21, 9, 21);
	drawPaperPiece(colours.slate, [x - 11, y - 21, x - 4.5, y - 39, x + 2, y - 21]);
	drawRoundedBox(colours.window, x - 6.5, y - 17, 4, 5, 2, 2, 0, 0);
};

const drawLighthouse: DrawVillageSign = (colours, x, y) => {
	const { red, hour } = currentPalette();
	drawPaperPiece(colours.walls[0] ?? '', [x - 6, y, x - 4, y - 30, x + 4, y - 30, x + 6, y]);
	drawPaperPiece(red, [x - 5.4, y - 9, x - 5, y - 16, x + 5, y - 16, x + 5.4, y - 9]);
	drawRoundedBox(colours.slate, x - 5, y - 33, 10, 3);
	drawRoundedBox(hour === 'day' ? '#ffe9a8' : '#fff3c4', x - 3, y - 39, 6, 6);
	drawPaperPiece(red, [x - 5, y - 39, x, y - 44, x + 5, y - 39]);
	if (hour !== 'day') drawPaperPiece('rgba(255, 240, 180, 0.16)', [x, y - 36, x - 90, y - 62, x - 90, y - 22]);
};

const drawWindmill: DrawVillageSign = (colours, x, y) => {
	drawPaperPiece(colours.walls[0] ?? '', [x - 8, y, x - 5, y - 22, x + 5, y - 22, x + 8, y]);
	drawPaperPiece(colours.slate, [x - 7, y - 22, x, y - 30, x + 7, y - 22]);
	push();
	translate(x, y - 23);
	rotate(0.5);
	for (let arm = 0; arm < 4; arm++) {
		rotate(Math.PI / 2);
		drawRoundedBox(colours.door, -0.8, 0, 1.6, 20);
		drawRoundedBox(currentPalette().paper, 0.8, 5, 4.6, 14);
	}
	pop();
};

const drawPonds: DrawVillageSign = (colours, x, y) => {
	noStroke();
	for (const [px, py, size] of [
		[-30, 8, 20],
		[-14, 14, 15],
		[-40, -6, 13]
	] as const) {
		fill(colours.bank);
		circle(x + px, y + py, size + 4);
		fill(colours.water);
		circle(x + px, y + py, size);
	}
};

const DRAW_BY_VILLAGE_SIGN: Record<VillageSign, DrawVillageSign> = {
	church: drawChurch,
	lighthouse: drawLighthouse,
	windmill: drawWindmill,
	ponds: drawPonds
};

/** Draws a house from the front, with its lower edge at y. */
function drawVillageHouse(
	colours: CountrysideColours,
	x: number,
	y: number,
	houseWidth: number,
	index: number,
	isAwaiting = false
): void {
	const wallHeight = houseWidth * 0.62;
	const wallColour = colours.walls[index % colours.walls.length] ?? '';
	const roofColour = colours.roofs[index % colours.roofs.length] ?? '';
	const [left, right, eaves, ridge] = [
		x - houseWidth / 2,
		x + houseWidth / 2,
		y - wallHeight,
		y - wallHeight - houseWidth * 0.42
	];
	drawPaperPiece(colours.shade, [left + 3, y + 2, right + 4, y + 2, right + 4, eaves + 2, left + 3, eaves + 2]);
	drawRoundedBox(wallColour, left, eaves, houseWidth, wallHeight);
	drawPaperPiece(roofColour, [
		left - 2,
		eaves,
		left + houseWidth * 0.16,
		ridge,
		left + houseWidth * 0.84,
		ridge,
		right + 2,
		eaves
	]);
	drawPaperPiece('rgba(0, 0, 0, 0.1)', [x, eaves, x, ridge, left + houseWidth * 0.84, ridge, right + 2, eaves]);
	drawRoundedBox(
		roofColour,
		left + houseWidth * 0.66,
		y - wallHeight - houseWidth * 0.58,
		houseWidth * 0.12,
		houseWidth * 0.2
	);
	drawRoundedBox(colours.window, left + houseWidth * 0.14, y - wallHeight * 0.76, houseWidth * 0.18, houseWidth * 0.2);
	const doorColour = isAwaiting ? currentPalette().red : colours.door;
	drawRoundedBox(
		doorColour,
		left + houseWidth * 0.44,
		y - wallHeight * 0.62,
		houseWidth * 0.2,
		wallHeight * 0.62,
		2,
		2,
		0,
		0
	);
	drawRoundedBox(colours.window, left + houseWidth * 0.74, y - wallHeight * 0.76, houseWidth * 0.16, houseWidth * 0.2);
}

function drawVillage(colours: CountrysideColours, { sign }: Village, index: number): void {
	if (sign !== undefined) DRAW_BY_VILLAGE_SIGN[sign[0]](colours, sign[1], sign[2]);
	const side = paperOffset(index, 9) > 0 ? 1 : -1;
	drawVillageHouse(colours, -17 * side, -7, 16, index + 1);
	drawVillageHouse(colours, 15 * side, -4, 15, index + 2);
	drawVillageHouse(colours, -13 * side, 12, 15, index + 3);
	drawVillageHouse(colours, 4, 9, 20, index, true);
}

function drawKitchenHouse(colours: CountrysideColours): void {
	scale(1.1);
	drawVillageHouse(colours, -30, 2, 17, 1);
	drawChurch(colours, 27, 0);
	drawPaperPiece(colours.shade, [-21, 14, 24, 14, 24, -10, -21, -10]);
	drawRoundedBox(colours.walls[0] ?? '', -23, -12, 44, 24);
	drawPaperPiece(colours.roofs[1] ?? '', [-26, -12, -20, -27, 18, -27, 24, -12]);
	drawRoundedBox(colours.roofs[2] ?? '', 8, -36, 7, 14);
	drawRoundedBox(colours.slate, -4, -6, 20, 18, 2, 2, 0, 0);
	stroke('rgba(255, 255, 255, 0.3)');
	strokeWeight(1);
	for (const y of [-2, 2, 6]) line(-3, y, 15, y);
	drawRoundedBox(colours.window, -19, -7, 11, 8);
	fill(currentPalette().paper);
	circle(-12, -19, 13);
	stroke(colours.threads[0] ?? '');
	strokeWeight(1.8);
	line(-14, -23, -14, -15);
	line(-10, -23, -10, -15);
	noStroke();
}

/** Draws the villages from north to south, so that nearer villages cover those behind. */
export function drawVillages(plan: CountryPlan, map: CountryMap, colours: CountrysideColours): void {
	const sortedVillages = plan.villages.map((each, index) => ({ each, index })).sort((a, b) => b.each.y - a.each.y);
	for (const { each, index } of sortedVillages) {
		const { x, y, size } = map.place(each);
		push();
		translate(x, y);
		scale(size);
		if (each.isKitchen) drawKitchenHouse(colours);
		else drawVillage(colours, each, index);
		pop();
	}
}

export function cottage({ x, y, size }: Place): void {
	const { walls, roofs } = countrysideColoursAt(currentPalette().hour);
	const halfWidth = 7 * Math.max(0.8, size);
	drawRoundedBox(walls[1] ?? '', x - halfWidth, y - halfWidth, halfWidth * 2, halfWidth * 1.5);
	drawPaperPiece(roofs[2] ?? '', [
		x - halfWidth * 1.3,
		y - halfWidth,
		x,
		y - halfWidth * 2.1,
		x + halfWidth * 1.3,
		y - halfWidth
	]);
}
