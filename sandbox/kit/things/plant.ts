/** Draws a plant in a pot. */
import { ellipse, fill, noStroke, pop, push, rotate, scale, translate } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette, type Place } from '../stage.ts';
import { wardColoursAt } from '../ward-colours.ts';

/** For each leaf: its angle, its length, and whether it is dark. */
const LEAF_SHAPES: [turn: number, long: number, isDark: boolean][] = [
	[-1.25, 46, true],
	[1.2, 48, true],
	[-0.85, 58, false],
	[0.8, 60, true],
	[-0.45, 70, true],
	[0.42, 72, false],
	[0, 78, true],
	[-0.2, 52, false],
	[0.24, 48, false]
];

/** Draws a plant about 120 high that stands at a place. */
export function drawPlant(place: Place): void {
	const { leaves, shade } = wardColoursAt(currentPalette().hour);
	const [dark, light] = leaves;
	push();
	translate(place.x, place.y);
	scale(place.size);
	noStroke();
	fill(shade);
	ellipse(6, 0, 62, 15);
	for (const [turn, long, isDark] of LEAF_SHAPES) {
		push();
		translate(0, -40);
		rotate(turn);
		fill(isDark ? dark : light);
		ellipse(0, -long / 2, 19, long);
		pop();
	}
	drawPaperPiece('#b5603c', [-24, -42, 24, -42, 17, 0, -17, 0]);
	drawPaperPiece('#984c2d', [6, -42, 24, -42, 17, 0, 5, 0]);
	drawRoundedBox('#c8714b', -27, -48, 54, 11, 4);
	pop();
}
