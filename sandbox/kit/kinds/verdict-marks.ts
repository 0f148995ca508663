/** Draws marks for the program's answers, each with its own shape, so that nothing is told by colour alone. */
import { circle, fill, line, noFill, noStroke, rect, stroke, strokeWeight } from 'braise/draw';
import { drawPaperPiece } from '../paper.ts';
import type { AnsweredBandZone } from './line-story.ts';

/** Inks that are readable on the scene's paper, which stays light at every hour. */
export const BAND_ZONE_INKS: Record<AnsweredBandZone, string> = {
	below: '#2d5f9e',
	right: '#1f7041',
	above: '#b3401a',
	odd: '#5d5348'
};
export const WRONG_INK_COLOUR = '#b02a1f';

/**
 * Draws the mark of an answer: a disc for a right value, a triangle that points up or down, or a hollow square for an odd answer.
 */
export function drawBandZoneMark(zone: AnsweredBandZone, x: number, y: number, radius: number): void {
	const ink = BAND_ZONE_INKS[zone];
	noStroke();
	fill(ink);
	const [wide, high] = [radius * 1.25, radius * 1.1];
	if (zone === 'right') circle(x, y, radius * 2);
	else if (zone === 'above')
		drawPaperPiece(ink, [x - wide, y + high * 0.8, x + wide, y + high * 0.8, x, y - high * 1.1]);
	else if (zone === 'below')
		drawPaperPiece(ink, [x - wide, y - high * 0.8, x + wide, y - high * 0.8, x, y + high * 1.1]);
	else {
		noFill();
		stroke(ink);
		strokeWeight(Math.max(1.4, radius * 0.45));
		rect(x - radius, y - radius, radius * 2, radius * 2);
	}
}

/** Draws a tick or a cross in a disc. */
export function drawVerdictMark(isRight: boolean, x: number, y: number, radius = 10): void {
	noStroke();
	fill(isRight ? BAND_ZONE_INKS.right : WRONG_INK_COLOUR);
	circle(x, y, radius * 2);
	stroke('#fffaf0');
	strokeWeight(radius * 0.26);
	const unit = radius * 0.42;
	if (isRight) {
		line(x - unit * 1.1, y, x - unit * 0.2, y + unit * 0.9);
		line(x - unit * 0.2, y + unit * 0.9, x + unit * 1.2, y - unit);
	} else {
		line(x - unit, y - unit, x + unit, y + unit);
		line(x - unit, y + unit, x + unit, y - unit);
	}
}
