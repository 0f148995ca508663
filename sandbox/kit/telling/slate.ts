/** Draws a slate on a wall with writing in chalk: lines with their values, and a total. */
import { fill, line, noStroke, stroke, strokeWeight, textAlign, textStyle, textWidth } from 'braise/draw';
import { indoorColoursAt } from '../indoor-colours.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from './fitted.ts';
import { grade, isGradeLetter } from './grade.ts';
import { drawChalkedGrades, drawChalkedSquares, type ChalkedGrades, type ChalkedSquare } from './slate-drawings.ts';
import { drawTableBackground } from './table.ts';

interface SlateRow {
	words: string;
	/** Text at the right end of the row. */
	value?: string | undefined;
	/** True when the row is crossed out, because it does not count. */
	isStruck?: boolean;
}

interface SlatePlan {
	title: string;
	rows: readonly SlateRow[];
	/** Squares under the rows, as many as fit. */
	squares?: readonly ChalkedSquare[] | undefined;
	/** The letters from A to E, under the rows. */
	grades?: ChalkedGrades | undefined;
	/** The total. A letter from A to E is drawn in its colour. */
	total: { words: string; value: string };
}

/** Width of the frame, in pixels. */
const SLATE_FRAME_WIDTH = 9;

/** Returns the size of the writing, which is larger on a larger slate. */
const slateTextSize = (width: number) => Math.min(20, Math.max(15.5, width * 0.068));

export function slate(area: Area, { title, rows, squares, grades, total }: SlatePlan): void {
	const { chalk, chalkQuiet } = indoorColoursAt(currentPalette().hour);
	const { x, y, width, height } = area;
	const size = slateTextSize(width);
	const padding = SLATE_FRAME_WIDTH + width * 0.04;
	const writingLine = { x: x + padding, width: width - padding * 2 };
	const titleTop = y + SLATE_FRAME_WIDTH + height * 0.015;
	const [top, low] = [titleTop + size * 1.5, y + height - SLATE_FRAME_WIDTH - size * 1.65];
	drawTableBackground(area, true);
	textAlign('left', 'alphabetic');
	textStyle('bold');
	fill(chalk);
	drawFittedText(title, writingLine.x, titleTop + size, size * 1.1, writingLine.width);
	stroke(chalkQuiet);
	strokeWeight(1.4);
	for (const level of [top, low]) line(writingLine.x, level, writingLine.x + writingLine.width, level - 1);
	noStroke();
	const rowHeight = Math.min(size * 1.62, (low - top) / Math.max(1, rows.length));
	rows.forEach((row, index) =>
		writeSlateRow(row, writingLine, top + rowHeight * (index + 0.74), Math.min(size, rowHeight * 0.9))
	);
	const freeTop = top + rowHeight * rows.length + 4;
	const freeArea = { ...writingLine, y: freeTop, height: low - 4 - freeTop };
	if (squares) drawChalkedSquares(freeArea, squares);
	if (grades) drawChalkedGrades(freeArea, grades);
	writeSlateTotal(total, writingLine, y + height - SLATE_FRAME_WIDTH - size * 0.55, size);
}

type SlateTextSpan = Pick<Area, 'x' | 'width'>;

function writeSlateRow(
	{ words, value, isStruck = false }: SlateRow,
	{ x, width }: SlateTextSpan,
	y: number,
	size: number
): void {
	const { chalk, chalkQuiet } = indoorColoursAt(currentPalette().hour);
	textAlign('left', 'alphabetic');
	textStyle('normal');
	fill(isStruck ? chalkQuiet : chalk);
	drawFittedText(words, x, y, size, width - (value === undefined ? 0 : size * 2.2));
	if (isStruck) {
		const wide = textWidth(words);
		stroke(chalkQuiet);
		strokeWeight(2);
		line(x, y - size * 0.3, x + wide, y - size * 0.34);
		noStroke();
	}
	if (value === undefined) return;
	textAlign('right', 'alphabetic');
	textStyle('bold');
	drawFittedText(value, x + width, y, size * 1.1, size * 3);
}

function writeSlateTotal(
	{ words, value }: SlatePlan['total'],
	{ x, width }: SlateTextSpan,
	y: number,
	size: number
): void {
	fill(indoorColoursAt(currentPalette().hour).chalk);
	textAlign('left', 'alphabetic');
	textStyle('normal');
	drawFittedText(words, x, y, size, width - size * 3);
	const wide = size * 1.36;
	if (isGradeLetter(value)) return grade(value, x + width - wide / 2, y - wide * 0.27, wide, { square: true });
	textAlign('right', 'alphabetic');
	textStyle('bold');
	drawFittedText(value, x + width, y + size * 0.1, size * 1.5, size * 3);
}
