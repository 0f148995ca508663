/** Draws villages: a few houses each, one with a red door where somebody waits, and a kitchen. */
import { circle, fill, line, noStroke, pop, push, scale, stroke, strokeWeight, translate } from 'braise/draw';
import { countrysideColoursAt, type CountrysideColours } from '../countryside-colours.ts';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import { currentPalette, type Place } from '../stage.ts';
import type { CountryMap, CountryPlan, Village } from './country-plan.ts';
import { drawChurch, villageSignDrawings } from './village-signs.ts';

/** Draws a house from the front, with its lower edge at y. */
function house(
	colours: CountrysideColours,
	x: number,
	y: number,
	wide: number,
	index: number,
	isAwaiting = false
): void {
	const high = wide * 0.62;
	const wall = colours.walls[index % colours.walls.length] ?? '';
	const roof = colours.roofs[index % colours.roofs.length] ?? '';
	const [left, right, eaves, ridge] = [x - wide / 2, x + wide / 2, y - high, y - high - wide * 0.42];
	drawPaperPiece(colours.shade, [left + 3, y + 2, right + 4, y + 2, right + 4, eaves + 2, left + 3, eaves + 2]);
	drawRoundedBox(wall, left, eaves, wide, high);
	drawPaperPiece(roof, [left - 2, eaves, left + wide * 0.16, ridge, left + wide * 0.84, ridge, right + 2, eaves]);
	drawPaperPiece('rgba(0, 0, 0, 0.1)', [x, eaves, x, ridge, left + wide * 0.84, ridge, right + 2, eaves]);
	drawRoundedBox(roof, left + wide * 0.66, y - high - wide * 0.58, wide * 0.12, wide * 0.2);
	drawRoundedBox(colours.window, left + wide * 0.14, y - high * 0.76, wide * 0.18, wide * 0.2);
	const door = isAwaiting ? currentPalette().red : colours.door;
	drawRoundedBox(door, left + wide * 0.44, y - high * 0.62, wide * 0.2, high * 0.62, 2, 2, 0, 0);
	drawRoundedBox(colours.window, left + wide * 0.74, y - high * 0.76, wide * 0.16, wide * 0.2);
}

function village(colours: CountrysideColours, { sign }: Village, index: number): void {
	if (sign !== undefined) villageSignDrawings[sign[0]](colours, sign[1], sign[2]);
	const beside = paperOffset(index, 9) > 0 ? 1 : -1;
	house(colours, -17 * beside, -7, 16, index + 1);
	house(colours, 15 * beside, -4, 15, index + 2);
	house(colours, -13 * beside, 12, 15, index + 3);
	house(colours, 4, 9, 20, index, true);
}

/** Draws the kitchen: a long house with a chimney and a sign that is seen from afar. */
function kitchen(colours: CountrysideColours): void {
	scale(1.1);
	house(colours, -30, 2, 17, 1);
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
		if (each.isKitchen) kitchen(colours);
		else village(colours, each, index);
		pop();
	}
}

/** Draws a single cottage, for a place of a map without a village. */
export function cottage({ x, y, size }: Place): void {
	const { walls, roofs } = countrysideColoursAt(currentPalette().hour);
	const half = 7 * Math.max(0.8, size);
	drawRoundedBox(walls[1] ?? '', x - half, y - half, half * 2, half * 1.5);
	drawPaperPiece(roofs[2] ?? '', [x - half * 1.3, y - half, x, y - half * 2.1, x + half * 1.3, y - half]);
}
