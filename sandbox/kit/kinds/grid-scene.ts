/** The scene of a plan: its cells, and the program's answer for each. */
import { label } from 'braise/draw';
import { look, person } from '../people/person.ts';
import { room } from '../places/room.ts';
import type { GridCell, GridFields } from './grid-fields.ts';
import { drawGridCell, drawGridRing, drawGridSheet } from './grid-sheet.ts';
import { createGridStory, type AnsweredCell, type GridStory } from './grid-story.ts';
import { readHandValue, createKindScene } from './kind-scene.ts';
import { tallLayout, type KindMoment } from './layout.ts';
import { playProgressOf } from './progress.ts';
import { drawReader } from './reader.ts';
import {
	allRightSentence,
	countSentence,
	firstSentencesOf,
	oneRightSentence,
	valueText,
	wrongRemark,
	wrongSentence
} from './sentences.ts';

/** Makes the scene of a plan, for each of whose cells a function of the program is asked. */
export function gridScene(program: object, fields: GridFields) {
	return createKindScene({
		decision: fields.decision,
		backdrop: () => room('office'),
		prepare: (input) => createGridStory(program, fields, readHandValue(fields.hand, input)),
		play: (story, moment) => playGrid(story, fields, moment),
		describe: (story, language) => gridInWords(story, fields, language),
		wait: (layout) => person(layout.person, { look: look(fields.function) })
	});
}

function playGrid(story: GridStory, fields: GridFields, moment: KindMoment): void {
	const { cells, looked } = story;
	const { language } = moment;
	const layout = tallLayout();
	const { shown, isDone, current } = playProgressOf(cells, moment, looked !== undefined);
	const plan = drawGridSheet(layout.sheet, label(fields.title), story);
	cells.forEach((cell, index) => drawGridCell(plan, story, fields.ground, cell, index < shown));
	const cell = cells[looked ?? current];
	if (cell !== undefined) drawGridRing(plan, story, cell);
	const isRight = cell === undefined || cell.verdict === 'right';
	drawReader(layout, {
		who: fields.function,
		isDone,
		isRight,
		words: isRight
			? looked === undefined
				? allRightSentence(language)
				: oneRightSentence(language)
			: wrongRemark(givenText(cell, fields, language), cell.answer.shown, language),
		expected: isRight ? undefined : valueText(cell.right, language),
		language
	});
}

/** Returns a cell's name by row and column, as on a map: B2. */
const cellName = ({ row, column }: GridCell): string => `${String.fromCharCode(64 + Math.min(26, row))}${column}`;

const givenText = ({ given }: AnsweredCell, fields: GridFields, language: string): string =>
	given.map((value, index) => `${label(fields.given[index] ?? '')} ${valueText(value, language)}`.trim()).join(', ');

/** Returns sentences: first the cell that a hand looks at, then the whole plan, then what is wrong. */
function gridInWords({ cells, looked }: GridStory, fields: GridFields, language: string): string[] {
	const sentenceOf = (cell: AnsweredCell): string =>
		wrongSentence(
			`${cellName(cell)}, ${givenText(cell, fields, language)}`,
			cell.answer.shown,
			valueText(cell.right, language),
			language
		);
	const wrong = cells.filter(({ verdict }) => verdict !== 'right');
	const cell = looked === undefined ? undefined : cells[looked];
	return [
		...(cell ? [cell.verdict === 'right' ? `${cellName(cell)}. ${oneRightSentence(language)}` : sentenceOf(cell)] : []),
		countSentence(cells.length - wrong.length, cells.length, language),
		...firstSentencesOf(wrong.map(sentenceOf), language)
	];
}
