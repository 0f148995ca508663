/** Draws a delivery van from the side: on the road, or in the sea where it should not be. */
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
import { countrysideColoursAt, type CountrysideColours } from '../countryside-colours.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { routeColourOfDriver } from '../places/route.ts';
import { currentMoment, currentPalette, type Place } from '../stage.ts';

interface VanPlan {
	/** Number of the driver. The van's stripe has the colour of that driver's route. */
	driver?: number;
	drives?: boolean;
	looks?: 'left' | 'right';
	afloat?: boolean;
}

/** Draws a van whose wheels stand at a place. */
export function van(
	{ x, y, size }: Place,
	{ driver = 0, drives, looks = 'right', afloat = false }: VanPlan = {}
): void {
	const { time, still } = currentMoment();
	const scaleFactor = Math.max(0.78, size);
	push();
	translate(x, y - (drives && !still ? Math.abs(Math.sin(time * 15)) * 1.6 : 0));
	scale(scaleFactor * (looks === 'left' ? -1 : 1), scaleFactor);
	if (afloat) rotate(still ? 0.1 : 0.09 * Math.sin(time * 2.2));
	const colours = countrysideColoursAt(currentPalette().hour);
	drawVanBody(colours, routeColourOfDriver(driver), afloat);
	if (afloat) drawWaves(colours);
	else if (drives) {
		stroke(colours.smoke);
		strokeWeight(2);
		for (const dash of [0, 1, 2]) line(-30 - dash * 3, -7 - dash * 7, -36 - dash * 4, -7 - dash * 7);
	}
	pop();
}

function drawVanBody({ shadow }: CountrysideColours, stripeColour: string, isAfloat: boolean): void {
	const isDay = currentPalette().hour === 'day';
	noStroke();
	if (!isAfloat) {
		fill(shadow);
		ellipse(1, 2, 50, 8);
	}
	drawPaperPiece('rgba(60, 40, 20, 0.35)', [-23, -3, -23, -26, 8, -26, 18, -14, 25, -11, 25, -3]);
	drawPaperPiece('#fffaf0', [-24, -5, -24, -28, -21, -30, 7, -30, 17, -17, 23, -14, 24, -5]);
	drawPaperPiece(stripeColour, [-24, -9, -24, -14, 23.5, -14, 24, -9]);
	drawPaperPiece(isDay ? '#a8c6cc' : '#ffdf9e', [4, -17, 4, -27, 7, -27, 14.5, -17]);
	// The sign on the van's side: a plate and a fork.
	fill(stripeColour);
	circle(-11, -21, 11);
	stroke('#fffaf0');
	strokeWeight(1.2);
	line(-12.4, -24, -12.4, -18.4);
	line(-9.8, -24, -9.8, -18.4);
	noStroke();
	fill(isDay ? '#ffe9b0' : '#fff3c9');
	ellipse(23, -9, 4, 5);
	if (!isDay) drawPaperPiece('rgba(255, 232, 160, 0.22)', [24, -10, 66, -20, 66, 4, 24, -6]);
	for (const x of [-13, 14]) {
		fill('#26221f');
		circle(x, -4, 11);
		fill('#b9b2a4');
		circle(x, -4, 5);
	}
}

function drawWaves({ sea, foam }: CountrysideColours): void {
	const { time, still } = currentMoment();
	drawRoundedBox(sea[1], -34, -6, 68, 14, 7);
	noFill();
	stroke(foam);
	strokeWeight(2);
	for (const wave of [0, 1]) ellipse(0, -3, 60 + wave * 18 + (still ? 0 : Math.sin(time * 3) * 3), 9 + wave * 5);
}
