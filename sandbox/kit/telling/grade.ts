/** Draws a letter from A to E in its colour, or any other text in a ring. */
import { circle, fill, noFill, noStroke, stroke, strokeWeight, textAlign, textStyle } from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import { drawFittedText } from './fitted.ts';

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
