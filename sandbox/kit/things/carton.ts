import {
	circle,
	ellipse,
	fill,
	noFill,
	noStroke,
	pop,
	push,
	rotate,
	scale,
	stroke,
	strokeWeight,
	translate
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import { grade } from '../telling/marks.ts';
import { BRAND_COLOUR, workshopColoursAt } from '../indoor-colours.ts';
import { pizza, type PizzaPlan } from './pizza.ts';

/** Distance from the middle of a lying box to its print; `LYING_CARTON_HEIGHT` is the box's height. */
export const CARTON_PRINT_DISTANCE = 48;
const LYING_CARTON_HEIGHT = 84;

/** Draws a lying box with its lower edge on y = 0. `printFreshness` is how fresh the print is, from 0 to 1. */
export function drawLyingCarton(
	pizzaPlan: PizzaPlan,
	printedText: string,
	isOdd: boolean,
	printFreshness: number
): void {
	const { shade, hour } = currentPalette();
	const { card, cardDark, cardInside } = workshopColoursAt(hour);
	noStroke();
	fill(shade);
	ellipse(4, 4, 224, 26);
	drawPaperPiece(cardDark, [-106, -14, 106, -14, 103, 2, -103, 2]);
	drawPaperPiece(card, [-106, -14, 106, -14, 90, -LYING_CARTON_HEIGHT, -90, -LYING_CARTON_HEIGHT]);
	drawPaperPiece('rgba(255, 255, 255, 0.16)', [
		-92,
		-LYING_CARTON_HEIGHT,
		92,
		-LYING_CARTON_HEIGHT,
		90,
		5 - LYING_CARTON_HEIGHT,
		-90,
		5 - LYING_CARTON_HEIGHT
	]);
	for (const [from, to] of [
		[88, 96],
		[80, 84]
	] as const)
		drawPaperPiece(BRAND_COLOUR, [
			from,
			-14,
			to,
			-14,
			to * 0.85,
			-LYING_CARTON_HEIGHT,
			from * 0.85,
			-LYING_CARTON_HEIGHT
		]);
	fill(cardInside);
	ellipse(-42, -50, 108, 66);
	pizza(-42, -50, 96, pizzaPlan, 0.6);
	drawCartonOutline(cardDark, 2.5, -42, 108, 66);
	fill('rgba(255, 255, 255, 0.16)');
	ellipse(-58, -66, 40, 14);
	if (printFreshness <= 0) return drawCartonOutline(cardDark, 2, CARTON_PRINT_DISTANCE, 62, 46);
	push();
	translate(CARTON_PRINT_DISTANCE, -50);
	scale(1, 0.82);
	rotate(-0.05);
	scale(1.25 - 0.25 * printFreshness);
	grade(printedText, 0, 0, 62, { odd: isOdd });
	pop();
}

function drawCartonOutline(colour: string, weight: number, x: number, wide: number, high: number): void {
	noFill();
	stroke(colour);
	strokeWeight(weight);
	ellipse(x, -50, wide, high);
	noStroke();
}

export function drawCartonFromEdge(x: number, y: number, turn: number): void {
	const { card, cardDark } = workshopColoursAt(currentPalette().hour);
	push();
	translate(x, y);
	rotate(turn);
	drawRoundedBox(cardDark, -58, -7, 116, 13, 2);
	drawRoundedBox(card, -58, -7, 116, 6, 2);
	drawRoundedBox(BRAND_COLOUR, 34, -7, 8, 13);
	pop();
}

/** Draws an upright box around (0, 0), with a round window whose size is `windowSize`. */
export function drawStandingCarton(pizzaPlan: PizzaPlan, wide: number, high: number, windowSize: number): void {
	const { shade, hour } = currentPalette();
	const { card, cardDark, cardInside } = workshopColoursAt(hour);
	noStroke();
	fill(shade);
	ellipse(3, high / 2 + 1, wide, 9);
	drawRoundedBox(cardDark, -wide / 2 + 3, -high / 2 + 2, wide, high, 4);
	drawRoundedBox(card, -wide / 2, -high / 2, wide, high, 4);
	drawRoundedBox(BRAND_COLOUR, -wide / 2, -high / 2, wide, 7, 4, 4, 0, 0);
	const [x, y] = [-wide / 2 + windowSize / 2 + 7, -high / 2 + 11 + windowSize / 2];
	fill(cardInside);
	circle(x, y, windowSize * 1.04);
	pizza(x, y, windowSize * 0.96, pizzaPlan);
}
