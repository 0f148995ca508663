/** A letter from A to E in its colour, or what was printed in its place. */
import { circle, fill, noFill, noStroke, stroke, strokeWeight, textAlign, textStyle } from 'braise/draw';
import { box } from '../paper.ts';
import { palette } from '../stage.ts';
import { fittedText } from './fitted.ts';

/** Drawn by us, letter first: not the registered logo. */
const GRADES = new Map([
	['A', { paper: '#1f7a46', ink: '#ffffff' }],
	['B', { paper: '#6d9a2d', ink: '#14210a' }],
	['C', { paper: '#f0c22b', ink: '#2a2006' }],
	['D', { paper: '#e5832a', ink: '#2b1403' }],
	['E', { paper: '#c8381f', ink: '#ffffff' }]
]);

export const isGrade = (words: string): boolean => GRADES.has(words);

interface GradePlan {
	/** Something else came back than a letter or a number: a question mark stands for it. */
	odd?: boolean;
	square?: boolean;
}

/** Draws a letter around (x, y), and anything but a letter in a ring. */
export function grade(words: string, x: number, y: number, size: number, { odd, square }: GradePlan = {}): void {
	const { paper, redWash, red, ink } = palette();
	const look = odd === true ? undefined : GRADES.get(words);
	noStroke();
	if (look === undefined) {
		fill(odd === true ? redWash : paper);
		circle(x, y, size);
		noFill();
		stroke(odd === true ? red : ink);
		strokeWeight(size * 0.05);
		circle(x, y, size * 0.9);
		noStroke();
	} else if (square === true) box(look.paper, x - size / 2, y - size / 2, size, size, size * 0.22);
	else {
		fill('rgba(255, 255, 255, 0.85)');
		circle(x, y, size * 1.1);
		fill(look.paper);
		circle(x, y, size);
	}
	textStyle('bold');
	textAlign('center', 'center');
	fill(look?.ink ?? (odd === true ? red : ink));
	fittedText(odd === true ? '?' : words, x, y + size * 0.045, size * (look ? 0.74 : 0.54), size * 0.8);
	textStyle('normal');
}
