/** Draws in chalk: squares that are filled or empty, and the letters from A to E. */
import { circle, fill, noFill, noStroke, rect, stroke, strokeWeight, textAlign, textStyle } from 'braise/draw';
import { indoorColoursAt } from '../indoor-colours.ts';
import { drawRoundedBox } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from './fitted.ts';
import { grade } from './grade.ts';

export interface ChalkedSquare {
	words: string;
	isFilled: boolean;
}

export interface ChalkedGrades {
	/** Words under each letter from A to E. */
	notes: readonly string[];
	current: string;
}

const CHALK_COLUMN_COUNT = 5;
/** Smallest height of a line of squares, in pixels. */
const MIN_SQUARE_LINE_HEIGHT = 25;

/** Draws squares in two or three lines. */
export function drawChalkedSquares({ x, y, width, height }: Area, squares: readonly ChalkedSquare[]): void {
	const { chalk, chalkQuiet, slate } = indoorColoursAt(currentPalette().hour);
	const lineCount = Math.max(2, Math.min(3, Math.floor(height / MIN_SQUARE_LINE_HEIGHT)));
	const squareWidth = width / CHALK_COLUMN_COUNT;
	const lineHeight = Math.min(squareWidth * 0.64, height / lineCount);
	squares.slice(0, CHALK_COLUMN_COUNT * lineCount).forEach(({ words, isFilled }, index) => {
		const left = x + (index % CHALK_COLUMN_COUNT) * squareWidth;
		const top = y + Math.floor(index / CHALK_COLUMN_COUNT) * lineHeight;
		if (isFilled) drawRoundedBox(chalk, left + 2, top, squareWidth - 4, lineHeight - 4, 5);
		else {
			noFill();
			stroke(chalkQuiet);
			strokeWeight(1.2);
			rect(left + 2, top, squareWidth - 4, lineHeight - 4, 5);
			noStroke();
		}
		fill(isFilled ? slate : chalkQuiet);
		textStyle(isFilled ? 'bold' : 'normal');
		textAlign('center', 'center');
		drawFittedText(words, left + squareWidth / 2, top + lineHeight / 2 - 1.5, lineHeight * 0.68, squareWidth - 8);
	});
}

/** Draws the letters side by side. The current letter is larger and has a ring. */
export function drawChalkedGrades({ x, y, width, height }: Area, { notes, current }: ChalkedGrades): void {
	const { chalk, chalkQuiet } = indoorColoursAt(currentPalette().hour);
	const wide = width / CHALK_COLUMN_COUNT;
	const noteSize = Math.min(14, wide * 0.36, height * 0.3);
	const size = Math.min(wide, 54, height - noteSize);
	const middle = y + (height - noteSize) / 2;
	[...'ABCDE'].forEach((letter, index) => {
		const at = x + wide * (index + 0.5);
		const isCurrent = letter === current;
		noStroke();
		if (isCurrent) {
			fill(chalk);
			circle(at, middle, size * 0.98);
		}
		grade(letter, at, middle, size * (isCurrent ? 0.84 : 0.58));
		fill(chalkQuiet);
		textAlign('center', 'alphabetic');
		drawFittedText(notes[index] ?? '', at, middle + size * 0.5 + noteSize * 0.9, noteSize, wide - 4);
	});
}
