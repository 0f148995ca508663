import { circle, fill, line, noStroke, stroke, strokeWeight, noFill, textAlign, textStyle, rect } from 'braise/draw';
import { currentPalette } from '../stage.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { drawFittedText } from './writing.ts';
import type { AnsweredBandZone } from '../kinds/line-story.ts';

export function mark(isRight: boolean, x: number, y: number, size = 21): void {
	const { green, red } = currentPalette();
	const scaledLength = (across: number): number => (across * size) / 21;
	noStroke();
	fill(isRight ? green : red);
	circle(x, y, size);
	stroke('#fffaf0');
	strokeWeight(scaledLength(2.6));
	if (isRight) {
		line(x - scaledLength(4.5), y, x - scaledLength(1.2), y + scaledLength(3.8));
		line(x - scaledLength(1.2), y + scaledLength(3.8), x + scaledLength(5), y - scaledLength(4));
	} else {
		line(x - scaledLength(3.8), y - scaledLength(3.8), x + scaledLength(3.8), y + scaledLength(3.8));
		line(x + scaledLength(3.8), y - scaledLength(3.8), x - scaledLength(3.8), y + scaledLength(3.8));
	}
	noStroke();
}

/** Colours of the letters. They are Braise's own drawing and not the registered logo. */
const COLOURS_BY_GRADE = new Map([
	['A', { paper: '#1f7a46', ink: '#ffffff' }],
	['B', { paper: '#6d9a2d', ink: '#14210a' }],
	['C', { paper: '#f0c22b', ink: '#2a2006' }],
	['D', { paper: '#e5832a', ink: '#2b1403' }],
	['E', { paper: '#c8381f', ink: '#ffffff' }]
]);

export const isGradeLetter = (text: string): boolean => COLOURS_BY_GRADE.has(text);

interface GradePlan {
	/** True when a question mark is drawn, because the program returned neither a letter nor a number. */
	odd?: boolean;
	square?: boolean;
}

/** Draws a letter around (x, y). Any other text is drawn in a ring. */
export function grade(words: string, x: number, y: number, size: number, { odd, square }: GradePlan = {}): void {
	const { paper, redWash, red, ink } = currentPalette();
	const gradeColours = odd === true ? undefined : COLOURS_BY_GRADE.get(words);
	noStroke();
	if (gradeColours === undefined) {
		fill(odd === true ? redWash : paper);
		circle(x, y, size);
		noFill();
		stroke(odd === true ? red : ink);
		strokeWeight(size * 0.05);
		circle(x, y, size * 0.9);
		noStroke();
	} else if (square === true) drawRoundedBox(gradeColours.paper, x - size / 2, y - size / 2, size, size, size * 0.22);
	else {
		fill('rgba(255, 255, 255, 0.85)');
		circle(x, y, size * 1.1);
		fill(gradeColours.paper);
		circle(x, y, size);
	}
	textStyle('bold');
	textAlign('center', 'center');
	fill(gradeColours?.ink ?? (odd === true ? red : ink));
	drawFittedText(odd === true ? '?' : words, x, y + size * 0.045, size * (gradeColours ? 0.74 : 0.54), size * 0.8);
	textStyle('normal');
}

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
