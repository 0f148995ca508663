import { label } from 'braise/draw';
import { look, person } from '../people/person.ts';
import { room } from '../places/room.ts';
import type { GridCell, GridFields } from './fields.ts';
import { drawGridCell, drawRingAroundCell, drawGridSheet } from './grid-sheet.ts';
import { createGridStory, type AnsweredCell, type GridStory } from './stories.ts';
import { readDialValue, createCodelessScene } from './kind-scene.ts';
import { createTallSheetLayout, type CodelessSceneMoment, sheetProgressAt, drawSheetReader } from './layout.ts';
import { allRightSentence } from './right-sheet-sentences.ts';
import {
	rightCountSentence,
	limitSentences,
	oneRightSentence,
	tableValueText,
	wrongAnswerRemark,
	wrongAnswerSentence
} from './sentences.ts';

export function gridScene(program: object, fields: GridFields) {
	return createCodelessScene({
		decision: fields.decision,
		backdrop: () => room('office'),
		prepare: (input) => createGridStory(program, fields, readDialValue(fields.hand, input)),
		play: (story, moment) => drawGridStory(story, fields, moment),
		describe: (story, language) => describeGrid(story, fields, language),
		wait: (layout) => person(layout.person, { look: look(fields.function) })
	});
}

function drawGridStory(story: GridStory, fields: GridFields, moment: CodelessSceneMoment): void {
	const { cells, lookedAtIndex } = story;
	const { language } = moment;
	const layout = createTallSheetLayout();
	const { shownCount, isDone, current } = sheetProgressAt(cells, moment, lookedAtIndex !== undefined);
	const cellsArea = drawGridSheet(layout.sheet, label(fields.title), story);
	cells.forEach((cell, index) => drawGridCell(cellsArea, story, fields.ground, cell, index < shownCount));
	const lookedCell = cells[lookedAtIndex ?? current];
	if (lookedCell !== undefined) drawRingAroundCell(cellsArea, story, lookedCell);
	const isRight = lookedCell === undefined || lookedCell.verdict === 'right';
	drawSheetReader(layout, {
		who: fields.function,
		isDone,
		isRight,
		words: isRight
			? lookedAtIndex === undefined
				? allRightSentence([fields.function], language)
				: oneRightSentence(language)
			: wrongAnswerRemark(givenValuesText(lookedCell, fields, language), lookedCell.answer.shown, language),
		expected: isRight ? undefined : tableValueText(lookedCell.right, language),
		language
	});
}

const cellNameOf = ({ row, column }: GridCell): string => `${String.fromCharCode(64 + Math.min(26, row))}${column}`;

const givenValuesText = ({ given }: AnsweredCell, fields: GridFields, language: string): string =>
	given
		.map((value, index) => `${label(fields.given[index] ?? '')} ${tableValueText(value, language)}`.trim())
		.join(', ');

function describeGrid({ cells, lookedAtIndex }: GridStory, fields: GridFields, language: string): string[] {
	const wrongCellSentence = (cell: AnsweredCell): string =>
		wrongAnswerSentence(
			`${cellNameOf(cell)}, ${givenValuesText(cell, fields, language)}`,
			cell.answer.shown,
			tableValueText(cell.right, language),
			language
		);
	const wrongCells = cells.filter(({ verdict }) => verdict !== 'right');
	const lookedCell = lookedAtIndex === undefined ? undefined : cells[lookedAtIndex];
	return [
		...(lookedCell
			? [
					lookedCell.verdict === 'right'
						? `${cellNameOf(lookedCell)}. ${oneRightSentence(language)}`
						: wrongCellSentence(lookedCell)
				]
			: []),
		rightCountSentence(cells.length - wrongCells.length, cells.length, language),
		...limitSentences(wrongCells.map(wrongCellSentence), language)
	];
}
