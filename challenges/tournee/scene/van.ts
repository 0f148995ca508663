/** The van, seen from the side. Its wheels stand on `at`; it looks where it goes. */
import {
	circle,
	ellipse,
	fill,
	line,
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
import type { Point } from './country';
import type { Frame } from './frame';
import { box, piece } from './paper';

export interface VanLook {
	/** The colour of its stripe, as of its thread. */
	stripe: string;
	leftwards: boolean;
	driving: boolean;
	afloat?: boolean;
}

export function van(frame: Frame, at: Point, { stripe, leftwards, driving, afloat = false }: VanLook): void {
	const { palette, layout, time, still } = frame;
	const moves = driving && !still;
	push();
	translate(at.x, at.y - (moves ? Math.abs(Math.sin(time * 15)) * 1.6 : 0));
	scale(Math.max(0.78, layout.unit) * (leftwards ? -1 : 1), Math.max(0.78, layout.unit));
	if (afloat) rotate(still ? 0.1 : 0.09 * Math.sin(time * 2.2));
	noStroke();
	if (!afloat) {
		fill(palette.shadow);
		ellipse(1, 2, 50, 8);
	}
	piece('rgba(60, 40, 20, 0.35)', [-23, -3, -23, -26, 8, -26, 18, -14, 25, -11, 25, -3]);
	piece('#fffaf0', [-24, -5, -24, -28, -21, -30, 7, -30, 17, -17, 23, -14, 24, -5]);
	piece(stripe, [-24, -9, -24, -14, 23.5, -14, 24, -9]);
	piece(palette.day ? '#a8c6cc' : '#ffdf9e', [4, -17, 4, -27, 7, -27, 14.5, -17]);
	// A plate with its fork on the side.
	fill(stripe);
	circle(-11, -21, 11);
	stroke('#fffaf0');
	strokeWeight(1.2);
	line(-12.4, -24, -12.4, -18.4);
	line(-9.8, -24, -9.8, -18.4);
	noStroke();
	fill(palette.day ? '#ffe9b0' : '#fff3c9');
	ellipse(23, -9, 4, 5);
	if (!palette.day) piece('rgba(255, 232, 160, 0.22)', [24, -10, 66, -20, 66, 4, 24, -6]);
	for (const x of [-13, 14]) {
		fill('#26221f');
		circle(x, -4, 11);
		fill('#b9b2a4');
		circle(x, -4, 5);
	}
	if (afloat) {
		fill(palette.sea[1] ?? '');
		box(palette.sea[1] ?? '', -34, -6, 68, 14, 7);
		noFill();
		stroke(palette.foam);
		strokeWeight(2);
		for (const wave of [0, 1]) ellipse(0, -3, 60 + wave * 18 + (still ? 0 : Math.sin(time * 3) * 3), 9 + wave * 5);
	} else if (driving) {
		stroke(palette.smoke);
		strokeWeight(2);
		for (const dash of [0, 1, 2]) line(-30 - dash * 3, -7 - dash * 7, -36 - dash * 4, -7 - dash * 7);
	}
	pop();
}
