/** A pizza in its box, seen from above and a little from the front: a round window, and the place where the printer stamps. */
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
	textAlign,
	textFont,
	textStyle,
	translate
} from 'braise/draw';
import type { Order } from './orders';
import { letters, type Palette } from './palette';
import { box, piece } from './paper';
import { pizza } from './pizza';
import { fitted, SANS } from './writing';

/** From the box's middle to its stamp. */
export const STAMP = 54;

/** The letter that the program answered, or its number: never told by colour alone. */
export function stamp(palette: Palette, { answer }: Pick<Order, 'answer'>, size: number): void {
	noStroke();
	const look = answer.kind === 'letter' ? letters[answer.shown] : undefined;
	const broken = answer.kind === 'nonsense';
	if (look === undefined) {
		fill(broken ? palette.redWash : palette.paper);
		circle(0, 0, size);
		noFill();
		stroke(broken ? palette.red : palette.ink);
		strokeWeight(size * 0.05);
		circle(0, 0, size * 0.9);
		noStroke();
	} else {
		fill('rgba(255, 255, 255, 0.85)');
		circle(0, 0, size * 1.1);
		fill(look.fill);
		circle(0, 0, size);
	}
	textFont(SANS);
	textStyle('bold');
	textAlign('center', 'center');
	fill(look?.ink ?? (broken ? palette.red : palette.ink));
	// Whatever came back instead is on the printer's screen, where there is room for it.
	const shown = broken ? '?' : answer.shown;
	fitted(shown, 0, size * 0.045, size * (answer.kind === 'letter' ? 0.72 : 0.54), size * 0.8);
	textStyle('normal');
}

/** `printed` from 0 to 1: how fresh the stamp is. Its lower edge lies on y = 0. */
export function carton(palette: Palette, order: Order, printed: number): void {
	const high = 84;
	noStroke();
	fill(palette.shade);
	ellipse(4, 4, 224, 26);
	piece(palette.cardDark, [-106, -14, 106, -14, 103, 2, -103, 2]);
	piece(palette.card, [-106, -14, 106, -14, 90, -high, -90, -high]);
	piece('rgba(255, 255, 255, 0.16)', [-92, -high, 92, -high, 90, -high + 5, -90, -high + 5]);
	// Stripes of the firm's own.
	for (const [from, to] of [
		[88, 96],
		[80, 84]
	] as const)
		piece('#a8472f', [from, -14, to, -14, to * 0.85, -high, from * 0.85, -high]);
	push();
	translate(-42, -50);
	fill(palette.cardInside);
	ellipse(0, 0, 108, 66);
	scale(0.96);
	pizza(order.pizza, 0.6);
	pop();
	noFill();
	stroke(palette.cardDark);
	strokeWeight(2.5);
	ellipse(-42, -50, 108, 66);
	noStroke();
	fill('rgba(255, 255, 255, 0.16)');
	ellipse(-58, -66, 40, 14);
	if (printed <= 0) {
		noFill();
		stroke(palette.cardDark);
		strokeWeight(2);
		ellipse(STAMP - 6, -50, 62, 46);
		noStroke();
		return;
	}
	push();
	translate(STAMP - 6, -50);
	scale(1, 0.82);
	rotate(-0.05);
	scale(1 + 0.25 * (1 - printed));
	stamp(palette, order, 62);
	pop();
}

/** A thrown-away box, seen from its edge. */
export function flat(palette: Palette, x: number, y: number, turn: number): void {
	push();
	translate(x, y);
	rotate(turn);
	box(palette.cardDark, -58, -7, 116, 13, 2);
	box(palette.card, -58, -7, 116, 6, 2);
	box('#a8472f', 34, -7, 8, 13);
	pop();
}
