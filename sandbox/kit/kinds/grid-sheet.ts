/** Draws the plan of a grid: its title, and each cell with the program's answer. */
import { fill, noFill, noStroke, rect, stroke, strokeWeight, textAlign, textStyle } from 'braise/draw';
import { drawRoundedBox, drawHairlines } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from '../telling/fitted.ts';
import type { GridGround } from './grid-fields.ts';
import type { AnsweredCell, GridStory } from './grid-story.ts';
import { drawCellGround, drawCellThing } from './grid-things.ts';
import { drawPinnedSheet } from './pinned-sheet.ts';
import { drawVerdictMark, WRONG_INK_COLOUR } from './verdict-marks.ts';

/** Largest ratio of a cell's longer side to its shorter side. */
const MAX_CELL_SIDE_RATIO = 1.5;

/** Draws an empty plan under its title, on a sheet no higher than needed. Returns the area of the cells. */
export function drawGridSheet(area: Area, heading: string, { rows, columns }: GridStory): Area {
	const size = Math.max(13, Math.min(17, area.width / 30));
	const [wide, high] = [area.width - size * 2, area.height - size * 3.6];
	const width = Math.min(wide, (high / rows) * MAX_CELL_SIDE_RATIO * columns);
	const height = Math.min(high, (width / columns) * MAX_CELL_SIDE_RATIO * rows);
	drawPinnedSheet({ ...area, height: height + size * 3.6 });
	noStroke();
	fill(currentPalette().ink);
	textAlign('left', 'alphabetic');
	textStyle('bold');
	drawFittedText(heading, area.x + size * 0.9, area.y + size * 1.75, size * 1.1, area.width - size * 1.8);
	return { x: area.x + (area.width - width) / 2, y: area.y + size * 2.6, width, height };
}

/** Draws one cell. Before the cell's turn, draws only its ground. */
export function drawGridCell(
	cellsArea: Area,
	{ rows, columns }: GridStory,
	ground: GridGround,
	cell: AnsweredCell,
	isShown: boolean
): void {
	const [wide, high] = [cellsArea.width / columns, cellsArea.height / rows];
	const area = {
		x: cellsArea.x + wide * (cell.column - 1) + 1.5,
		y: cellsArea.y + high * (cell.row - 1) + 1.5,
		width: wide - 3,
		height: high - 3
	};
	drawCellGround(ground, area);
	if (!isShown) return;
	const isRight = cell.verdict === 'right';
	if (!isRight) drawWrongCellHatching(area);
	const size = Math.min(15, high * 0.24);
	if (cell.answerIndex !== undefined && cell.answerIndex > 0)
		drawCellThing(ground, cell.answerIndex, { ...area, height: area.height - size * 1.5 });
	const { paper, ink } = currentPalette();
	drawRoundedBox(
		isRight ? paper : '#fbdcd3',
		area.x + 3,
		area.y + area.height - size * 1.45,
		area.width - 6,
		size * 1.3,
		3
	);
	fill(isRight ? ink : WRONG_INK_COLOUR);
	textStyle('bold');
	textAlign('center', 'center');
	const { value, shown } = cell.answer;
	const words = typeof value === 'string' ? value : shown;
	drawFittedText(words, area.x + area.width / 2, area.y + area.height - size * 0.78, size, area.width - 10);
	if (!isRight) drawVerdictMark(false, area.x + area.width - 10, area.y + 10, 8);
}

/** Draws a ring around the highlighted cell. */
export function drawRingAroundCell(cellsArea: Area, { rows, columns }: GridStory, { row, column }: AnsweredCell): void {
	const [wide, high] = [cellsArea.width / columns, cellsArea.height / rows];
	noFill();
	stroke(currentPalette().ember);
	strokeWeight(3.2);
	rect(cellsArea.x + wide * (column - 1), cellsArea.y + high * (row - 1), wide, high, 5);
	noStroke();
}

function drawWrongCellHatching({ x, y, width, height }: Area): void {
	drawRoundedBox('rgba(251, 220, 211, 0.72)', x, y, width, height);
	const lines: number[] = [];
	for (let down = 9; down < width + height; down += 9) {
		const [from, to] = [Math.min(down, height), Math.min(down, width)];
		lines.push(x + (down - from), y + from, x + to, y + (down - to));
	}
	drawHairlines('rgba(176, 42, 31, 0.55)', 1.4, lines);
	drawHairlines(WRONG_INK_COLOUR, 2, [
		...[x, y, x + width, y, x, y + height, x + width, y + height],
		...[x, y, x, y + height, x + width, y, x + width, y + height]
	]);
}
