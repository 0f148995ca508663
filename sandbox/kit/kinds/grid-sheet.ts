import {
	circle,
	ellipse,
	fill,
	noStroke,
	pop,
	push,
	scale,
	stroke,
	strokeWeight,
	line,
	translate,
	noFill,
	rect,
	textAlign,
	textStyle
} from 'braise/draw';
import { drawRoundedBox, drawHairlines } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import type { GridGround } from './fields.ts';
import { drawFittedText } from '../telling/writing.ts';
import type { AnsweredCell, GridStory } from './stories.ts';
import { drawPinnedSheet } from './sheets.ts';
import { drawVerdictMark, WRONG_INK_COLOUR } from '../telling/marks.ts';

/** Colours of the things on each kind of ground: the first colour is that of value 1. */
const CELL_THING_COLOURS: Record<GridGround, readonly string[]> = {
	garden: ['#d2412a', '#a9cf5f', '#f0c24b', '#8a5a94', '#fbf3df', '#e07f2e'],
	parking: ['#c8452f', '#3f6f8f', '#e0a63a', '#7b5c86', '#5f7f5a', '#e9e2d2'],
	ward: ['#6f9c8a', '#4f7fa3', '#c8452f', '#8a6a9a', '#e0a63a', '#5d6f88']
};
const CELL_GROUND_COLOURS: Record<GridGround, [day: string, dusk: string]> = {
	garden: ['#a8794f', '#6b4d43'],
	parking: ['#8b8378', '#4b4650'],
	ward: ['#e6e3d6', '#a9a5b0']
};

function drawCellGround(ground: GridGround, { x, y, width, height }: Area): void {
	const [day, dusk] = CELL_GROUND_COLOURS[ground];
	drawRoundedBox(currentPalette().hour === 'day' ? day : dusk, x, y, width, height, ground === 'garden' ? 5 : 1);
	const lines: number[] = [];
	if (ground === 'garden') {
		for (let row = 1; row < 6; row++) lines.push(x + 5, y + (height * row) / 6, x + width - 5, y + (height * row) / 6);
		drawHairlines('rgba(60, 32, 12, 0.28)', 2.4, lines);
	} else if (ground === 'parking') {
		lines.push(x + 1, y, x + 1, y + height, x + width - 1, y, x + width - 1, y + height);
		drawHairlines('rgba(255, 250, 240, 0.85)', 2.4, lines);
	} else {
		lines.push(x, y + height / 2, x + width, y + height / 2, x + width / 2, y, x + width / 2, y + height);
		drawHairlines('rgba(70, 70, 90, 0.14)', 1.4, lines);
	}
}

function drawCellThing(ground: GridGround, value: number, { x, y, width, height }: Area): void {
	const colours = CELL_THING_COLOURS[ground];
	const colour = colours[(value - 1) % colours.length] ?? '';
	push();
	translate(x + width / 2, y + height / 2);
	scale(Math.min(width, height) / 60);
	noStroke();
	DRAW_THING_BY_GROUND[ground](colour, value);
	pop();
}

const DRAW_THING_BY_GROUND: Record<GridGround, (colour: string, value: number) => void> = {
	garden(colour, value) {
		for (const across of [-16, 0, 16]) {
			fill('rgba(40, 22, 8, 0.3)');
			ellipse(across + 1, 12, 17, 5);
			const isTall = value % 2 === 0;
			fill('#4f7d3a');
			if (isTall) for (const side of [-5, 0, 5]) ellipse(across + side, -2 - Math.abs(side), 6, 24);
			else circle(across, 2, 17);
			fill(colour);
			const fruitPositions =
				value % 3 === 0
					? [
							[0, -10],
							[-5, -2],
							[5, -2]
						]
					: isTall
						? [[0, -13]]
						: [
								[-4, 0],
								[4, 4]
							];
			for (const [dx = 0, dy = 0] of fruitPositions) circle(across + dx, dy, value % 3 === 0 ? 6 : 8);
		}
	},
	parking(colour, value) {
		drawRoundedBox('rgba(20, 15, 10, 0.3)', -13, -23, 29, 50, 9);
		drawRoundedBox(colour, -15, -25, 29, 50, 9);
		drawRoundedBox('#2b3640', -11, -14, 21, 9, 3);
		drawRoundedBox('#2b3640', -11, 12, 21, 6, 2);
		if (value % 2 === 0) drawRoundedBox('rgba(255, 250, 240, 0.85)', -2, -4, 4, 15);
		for (const side of [-11, 7]) drawRoundedBox('#ffe9b0', side, -25, 4, 3, 1);
	},
	ward(colour, value) {
		drawRoundedBox('rgba(30, 30, 50, 0.24)', -15, -24, 33, 52, 4);
		drawRoundedBox('#fffdf6', -17, -26, 33, 52, 4);
		drawRoundedBox('#d7dfe2', -12, -23, 23, 13, 4);
		fill('#d6a077');
		circle(-0.5, -15, 11);
		drawRoundedBox(colour, -17, -6, 33, 32, 3);
		if (value % 2 > 0) return;
		stroke('rgba(255, 255, 255, 0.75)');
		strokeWeight(3);
		for (const row of [3, 12, 20]) line(-15, row, 14, row);
	}
};

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
