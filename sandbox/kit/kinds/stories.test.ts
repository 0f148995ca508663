import { expect, test } from 'vitest';
import type { GridFields, ReceiptFields, WeekEntry, WeekFields } from './fields.ts';
import { createGridStory, createReceiptStory, countShownDays, createWeekStory } from './stories.ts';

const gridFields: GridFields = {
	title: 'plan',
	ground: 'garden',
	cells: [
		{ row: 1, column: 1, given: [2], right: 'bare' },
		{ row: 1, column: 2, given: [7], right: 'bean' },
		{ row: 2, column: 3, given: [9], right: 'bean' }
	],
	function: 'sow',
	given: ['sun'],
	values: ['bare', 'bean', 'leek'],
	decision: { situation: 'decide', option: 'one', measure: () => [] }
};

test('each cell shows the value that the program returned, with its verdict', () => {
	const { cells, rows, columns, lookedAtIndex } = createGridStory(
		{ sow: (sun: number) => (sun > 8 ? 'leek' : 'bean') },
		gridFields,
		undefined
	);
	expect(cells.map(({ answerIndex, verdict }) => [answerIndex, verdict])).toEqual([
		[1, 'wrong'],
		[1, 'right'],
		[2, 'wrong']
	]);
	expect({ rows, columns, lookedAtIndex }).toEqual({ rows: 2, columns: 3, lookedAtIndex: undefined });
	expect(createGridStory({ sow: () => 'weeds' }, gridFields, undefined).cells[0]).toMatchObject({
		answerIndex: undefined,
		verdict: 'wrong'
	});
	expect(createGridStory({}, gridFields, undefined).cells[0]).toMatchObject({ answerIndex: undefined, verdict: 'odd' });
});

test('the stage dial selects one cell, and never goes beyond the last', () => {
	const lookedIndexFor = (moved: number) => createGridStory({}, gridFields, moved).lookedAtIndex;
	expect([0, 1, 3, 40].map(lookedIndexFor)).toEqual([0, 0, 2, 2]);
	const emptyStory = createGridStory({}, { ...gridFields, cells: [] }, 1);
	expect(emptyStory).toMatchObject({ cells: [], rows: 1, columns: 1, lookedAtIndex: 0 });
});

const receiptFields: ReceiptFields = {
	title: 'bill',
	unit: 'cents',
	function: 'price',
	total: { function: 'sum', label: 'total' },
	rows: [
		{ words: 'Bread', given: [2], right: 240, record: { count: 2 } },
		{ words: 'Cake', given: [1], right: 350, record: { count: 1 } },
		{ words: 'Tart', given: [3], right: 900, sum: 1300, record: { count: 3 } }
	],
	decision: { situation: 'decide', option: 'one', measure: () => [] }
};
const price = (count: number) => ({ 2: 240, 1: 350, 3: 900 })[count];

test('each line is judged, and the total too once the program has a function for it', () => {
	const { lines, total } = createReceiptStory({ price: (count: number) => count * 120 }, receiptFields, undefined);
	expect(lines.map(({ answer, verdict }) => `${answer.shown} ${verdict}`)).toEqual([
		'240 right',
		'120 wrong',
		'360 wrong'
	]);
	expect(total).toBeUndefined();
	const sum = (records: { count: number }[]) => records.reduce((all, { count }) => all + (price(count) ?? 0), 0);
	expect(createReceiptStory({ price, sum }, receiptFields, 2).total).toMatchObject({ right: 590, verdict: 'right' });
	// The `sum` of the last line is the total of the whole bill, here with a discount.
	expect(createReceiptStory({ price, sum }, receiptFields, undefined).total).toMatchObject({
		right: 1300,
		verdict: 'wrong'
	});
});

test('when only the sum is asked for, every line of the receipt is right', () => {
	const { function: _, ...whole } = receiptFields;
	const { lines, total } = createReceiptStory({ sum: () => 'much' }, whole, undefined);
	expect(lines.every(({ verdict }) => verdict === 'right')).toBe(true);
	expect(total).toMatchObject({ verdict: 'odd' });
});

test('a program that changes the list it is given does not change the receipt’s lines', () => {
	const sum = (records: { count: number }[]) => records.splice(0).map((record) => (record.count = 0)).length;
	createReceiptStory({ price, sum }, receiptFields, undefined);
	expect(receiptFields.rows.map(({ record }) => record)).toEqual([{ count: 2 }, { count: 1 }, { count: 3 }]);
});

const createEntry = (who: string, day: number, from: number, right: WeekEntry['right']): WeekEntry => {
	return { who, day, from, to: from + 60, given: [day, from], right };
};
const weekEntries = [
	createEntry('Judo', 1, 600, true),
	createEntry('Choir', 1, 630, false),
	createEntry('Yoga', 2, 600, true)
];
const weekFields: WeekFields = {
	title: 'hall',
	entries: weekEntries,
	opens: 480,
	closes: 1200,
	function: 'fits',
	decision: { situation: 'decide', option: 'one', measure: () => [] }
};

test('for each entry, the program gets its values and the earlier entries that should fit', () => {
	const calls: unknown[][] = [];
	const fits = (...given: unknown[]) => calls.push(given) > 0;
	const { entries: asked } = createWeekStory({ fits }, weekFields, undefined);
	const judoEntry = { who: 'Judo', day: 1, from: 600, to: 660 };
	expect(calls).toEqual([
		[1, 600, []],
		[1, 630, [judoEntry]],
		[2, 600, [judoEntry]]
	]);
	expect(asked.map(({ isIn, shownOn, verdict }) => [isIn, shownOn, verdict])).toEqual([
		[true, 1, 'right'],
		[true, 1, 'wrong'],
		[true, 2, 'right']
	]);
});

test('an answer that is a number gives the day, and a text gives the place', () => {
	const fieldsByDay = {
		...weekFields,
		entries: [3, 0].map((right) => ({ who: 'A', from: 600, to: 660, given: [], right }))
	};
	expect(createWeekStory({ fits: () => 3 }, fieldsByDay, undefined).entries).toMatchObject([
		{ shownOn: 3, isIn: true, verdict: 'right' },
		{ shownOn: 3, isIn: true, verdict: 'wrong' }
	]);
	expect(createWeekStory({ fits: () => 9 }, fieldsByDay, 1).entries).toMatchObject([
		{ shownOn: undefined, isIn: false }
	]);
	const fieldsByPlace = { ...weekFields, entries: [createEntry('A', 6, 600, 'hall')] };
	expect(createWeekStory({ fits: () => 'hall' }, fieldsByPlace, undefined).entries[0]).toMatchObject({
		isIn: true,
		verdict: 'right'
	});
	expect(createWeekStory({ fits: () => true }, fieldsByPlace, undefined).entries[0]).toMatchObject({ verdict: 'odd' });
	expect([weekFields, fieldsByDay, fieldsByPlace].map(countShownDays)).toEqual([5, 5, 6]);
});

test('an entry that the program does not accept stands outside the week', () => {
	expect(createWeekStory({}, weekFields, 1).entries[0]).toMatchObject({ isIn: false, verdict: 'odd' });
	expect(createWeekStory({ fits: () => false }, weekFields, undefined).entries.map(({ verdict }) => verdict)).toEqual([
		'wrong',
		'right',
		'wrong'
	]);
});
