import {
	circle,
	fill,
	noFill,
	noStroke,
	rect,
	stroke,
	strokeWeight,
	textAlign,
	textStyle,
	line,
	textWidth
} from 'braise/draw';
import { indoorColoursAt } from '../indoor-colours.ts';
import { drawRoundedBox } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from './writing.ts';
import { grade, isGradeLetter } from './marks.ts';
import { drawTableBackground } from './table.ts';

interface ChalkedSquare {
	words: string;
	isFilled: boolean;
}

interface ChalkedGrades {
	notes: readonly string[];
	current: string;
}

const CHALK_COLUMN_COUNT = 5;
const MIN_SQUARE_LINE_HEIGHT = 25;

function drawChalkedSquares({ x, y, width, height }: Area, squares: readonly ChalkedSquare[]): void {
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

function drawChalkedGrades({ x, y, width, height }: Area, { notes, current }: ChalkedGrades): void {
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

interface SlateRow {
	words: string;
	value?: string | undefined;
	isStruck?: boolean;
}

interface SlatePlan {
	title: string;
	rows: readonly SlateRow[];
	squares?: readonly ChalkedSquare[] | undefined;
	grades?: ChalkedGrades | undefined;
	total: { words: string; value: string };
}

const SLATE_FRAME_WIDTH = 9;

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
