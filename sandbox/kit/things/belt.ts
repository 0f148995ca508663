/** Draws the packing belt, its hood and the bin for wrong boxes, in the workshop's units. */
import { circle, fill, line, noStroke, pop, push, stroke, strokeWeight, translate } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import { packingHeights } from '../places/packing-plan.ts';
import { currentPalette } from '../stage.ts';
import { workshopColoursAt } from '../workshop-colours.ts';
import { drawCartonFromEdge } from './carton.ts';

/** Largest number of boxes that are drawn in the bin. */
const MAX_DRAWN_BIN_BOXES = 6;

/** Draws a belt of a given width. `movedDistance` is the distance that it has run. */
export function drawBelt(width: number, movedDistance: number): void {
	const { shade, hour } = currentPalette();
	const { steel, steelDark, steelLight, rubber } = workshopColoursAt(hour);
	const { front, back } = packingHeights;
	const beltEnd = width + 20;
	for (let x = 40; x < width; x += 210) {
		drawRoundedBox(steelDark, x, -front, 14, front - 16);
		drawRoundedBox(steelDark, x - 8, -20, 30, 8, 3);
	}
	drawRoundedBox(shade, -10, 22 - front, beltEnd, 14);
	drawRoundedBox(steelLight, -10, -back - 8, beltEnd, 10);
	drawPaperPiece(rubber, [-10, -back, beltEnd, -back, beltEnd, -front, -10, -front]);
	// Cleats that move along, so that one sees the belt run.
	stroke('rgba(255, 255, 255, 0.10)');
	strokeWeight(3);
	const ribDistance = 46;
	for (let x = (movedDistance % ribDistance) - ribDistance; x < beltEnd + 30; x += ribDistance)
		line(x, 1 - back, x - 16, -front - 1);
	noStroke();
	drawRoundedBox(steel, -10, -front, beltEnd, 22);
	drawRoundedBox(steelLight, -10, -front, beltEnd, 4);
	for (let x = 12; x < beltEnd; x += ribDistance) {
		fill(steelDark);
		circle(x, 12 - front, 11);
		fill(steelLight);
		circle(x, 12 - front, 4.5);
	}
}

/** Draws the bin with the wrong boxes in it. */
export function drawWrongBoxBin(x: number, thrownCount: number): void {
	const { shade, hour } = currentPalette();
	const { steelDark, machine } = workshopColoursAt(hour);
	drawRoundedBox(shade, x - 78, -8, 160, 10, 4);
	drawPaperPiece(steelDark, [x - 82, -52, x + 82, -52, x + 72, -4, x - 72, -4]);
	for (let index = 0; index < Math.min(thrownCount, MAX_DRAWN_BIN_BOXES); index++)
		drawCartonFromEdge(x + paperOffset(index, 2) * 10, -36 - index * 12, paperOffset(index, 5) * 0.14);
	drawPaperPiece(machine.middle, [x - 80, -34, x + 80, -34, x + 72, -2, x - 72, -2]);
	drawPaperPiece(machine.light, [x - 82, -38, x + 82, -38, x + 80, -30, x - 80, -30]);
}

/** Draws the hood, over the boxes that pass below it. */
export function drawBeltHood(x: number): void {
	const { machine, rubber, iron, card, cardDark } = workshopColoursAt(currentPalette().hour);
	push();
	translate(x, 2 - packingHeights.back);
	drawRoundedBox(machine.dark, -62, -16, 118, 102, 8, 8, 2, 2);
	drawRoundedBox(machine.middle, -66, -16, 118, 102, 8, 8, 2, 2);
	drawRoundedBox(machine.light, -66, -16, 118, 16, 8, 8, 0, 0);
	// The curtain of strips through which boxes come.
	for (let strip = 0; strip < 6; strip++)
		drawRoundedBox(strip % 2 === 0 ? rubber : iron, 44, 2 + strip * 14, 9, 13, 0, 4, 4, 0);
	drawRoundedBox('rgba(255, 250, 240, 0.9)', -36, 22, 52, 40, 4);
	drawRoundedBox(cardDark, -26, 33, 32, 21, 2);
	drawRoundedBox(card, -26, 33, 32, 7, 2);
	pop();
}
