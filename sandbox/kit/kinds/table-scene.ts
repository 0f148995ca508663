/** The scene of a table: what a program is given, what it returns, and what is right. */
import { label } from 'braise/draw';
import { look, person } from '../people/person.ts';
import { room } from '../places/room.ts';
import { scene } from '../scene.ts';
import { says } from '../telling/says.ts';
import { table } from '../telling/table.ts';
import { timeline } from '../timeline.ts';
import { figuresFor, figuresInWords, playFigures, type ShownFigures } from './decision.ts';
import type { TableFields, TableValue } from './fields.ts';
import { kindLayout, type KindLayout, type KindMoment } from './layout.ts';
import { tableStory, type AskedRow } from './table-story.ts';
import {
	allRight,
	countSentence,
	firstOf,
	rowRemark,
	rowSentence,
	shouldBe,
	valueText,
	valueWord
} from './sentences.ts';

type Story = { shown: ShownFigures } | { shown?: undefined; rows: AskedRow[] };

/** Seconds from one row to the next, and that the whole table stands afterwards. */
const EACH = 0.7;
const STANDS = 6;
/** Rows that stay readable; of a longer table, those around the row that is looked at. */
const MOST_ROWS = 8;

/** Makes a scene of rows of given values, for which a function of the program is asked. */
export function tableScene(program: object, fields: TableFields): ReturnType<typeof scene<unknown>> {
	return scene<Story>({
		prepare(input) {
			const shown = figuresFor(fields.decision, input);
			return shown ? { shown } : { rows: tableStory(program, fields) };
		},
		play(story, { time, still, input: { language } }) {
			const layout = kindLayout(false);
			room('office');
			if (story.shown === undefined) return playTable(story.rows, fields, layout, { time, still, language });
			playFigures(layout.sheet, story.shown, language);
			person(layout.person, { look: look(fields.function) });
		},
		describe(story, { input: { language } }) {
			return story.shown ? [figuresInWords(story.shown, language)] : tableInWords(story.rows, fields, language);
		}
	});
}

/** Fills in the table row by row, and then looks at the first mistake. */
function playTable(rows: readonly AskedRow[], fields: TableFields, layout: KindLayout, moment: KindMoment): void {
	const { time, still, language } = moment;
	const { now } = timeline({
		each: rows.length * EACH + STANDS,
		begins: EACH,
		still: rows.length * EACH + 1
	}).at(time, 1, still);
	const shown = Math.min(rows.length, Math.ceil(now / EACH));
	const isDone = shown === rows.length;
	const wrong = rows.findIndex(({ verdict }) => verdict !== 'right');
	const current = isDone && wrong >= 0 ? wrong : Math.max(0, shown - 1);
	const first = Math.max(0, Math.min(current - 3, rows.length - MOST_ROWS));
	const visible = rows.slice(first, first + MOST_ROWS);
	table(layout.sheet, {
		columns: [...fields.given.map((id) => label(id)), label(fields.returns), valueWord(language)],
		rows: visible.map((row, index) => cellsOf(row, fields, first + index < shown, language)),
		marks: Object.fromEntries(
			visible.flatMap(({ verdict }, index) =>
				first + index < shown ? [[index, verdict === 'right' ? 'right' : 'wrong'] as const] : []
			)
		),
		current: current - first
	});
	const looked = rows[current];
	const isRight = looked === undefined || looked.verdict === 'right';
	person(layout.person, { look: look(fields.function), mood: !isDone ? 'waiting' : isRight ? 'content' : 'puzzled' });
	if (!isDone || looked === undefined) return;
	says(layout.person, isRight ? allRight(language) : rowRemark(looked, language), {
		tone: isRight ? 'right' : 'wrong',
		...(!isRight && { aside: shouldBe(valueText(looked.right, language), language) }),
		top: layout.sheet.y + layout.sheet.height + 6
	});
}

/** Numbers stand under each other, with two decimals at most, as a program writes them. */
function cellsOf(row: AskedRow, { given }: TableFields, isShown: boolean, language: string): (string | number)[] {
	const rounded = (value: number) => Math.round(value * 100) / 100;
	const cell = (value: TableValue) => (typeof value === 'number' ? rounded(value) : valueText(value, language));
	const { number, shown } = row.answer;
	const returned = number === null ? shown : rounded(number);
	return [
		...given.map((_, index) => cell(row.given[index] ?? '')),
		isShown ? returned : '…',
		isShown ? cell(row.right) : '…'
	];
}

function tableInWords(rows: readonly AskedRow[], fields: TableFields, language: string): string[] {
	const wrong = rows.filter(({ verdict }) => verdict !== 'right');
	const names = fields.given.map((id) => label(id));
	return [
		countSentence(rows.length - wrong.length, rows.length, language),
		...firstOf(
			wrong.map((row) => rowSentence(row, names, language)),
			language
		)
	];
}
