import { expect, test } from 'vitest';
import { sharesMeasure } from './shares-figures.ts';

const createRecord = (name: string, town: string, isYoung: boolean) => ({ name, town, isYoung });
const personRows = [
	createRecord('Léa', 'here', true),
	createRecord('Ali', 'here', false),
	createRecord('LEA', 'here', true),
	createRecord('Bo', 'far', true)
].map((each) => ({ given: [each.name], right: each.name.toLowerCase(), record: each }));
const sharesPlan = {
	rows: personRows,
	same: { title: 'person', function: 'doubles', label: 'doubles' },
	shares: { function: 'share', columns: ['name', 'town'], to: { hall: ['town'], shop: ['town', 'name'] } },
	names: ['name'],
	figures: [
		{ id: 'money', unit: 'cents', each: { hall: [1, 10], shop: [0, 2, 5] }, only: { hall: 'isYoung' } },
		{ id: 'given', counts: 'given' },
		{ id: 'known', counts: 'known' },
		{ id: 'work', unit: 'minutes', once: { hall: [60, 30] } }
	]
} as const;
type PersonRecord = Record<string, unknown>;
const findDoubles = (list: PersonRecord[]) => list.filter(({ name }) => name === 'LEA');
const shareColumns = (list: PersonRecord[], columns: string[]) =>
	list.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])));
const figuresOf = (program: object, values: Record<string, number>) =>
	Object.fromEntries(sharesMeasure(program, sharesPlan)(values).map(({ id, value }) => [id, value]));

test('amounts count each person once, by how many columns each receiver gets', () => {
	// Without the repeated row, two young people are left: Léa and Bo.
	expect(figuresOf({ doubles: findDoubles, share: shareColumns }, {})).toEqual({
		money: 2,
		given: 0,
		known: 0,
		work: 60
	});
	// Bo is the only person who lives far away, and can therefore be recognised.
	expect(figuresOf({ doubles: findDoubles, share: shareColumns }, { hall: 1 })).toEqual({
		money: 20,
		given: 3,
		known: 1,
		work: 30
	});
	expect(figuresOf({ doubles: findDoubles, share: shareColumns }, { hall: 1, shop: 2 })).toEqual({
		money: 35,
		given: 9,
		known: 3,
		work: 30
	});
	const [, , known] = sharesMeasure({ doubles: findDoubles, share: shareColumns }, sharesPlan)({});
	expect(known).toEqual({ id: 'known', value: 0, unit: 'count', of: 3 });
});

test('whatever the program returns, the figures are numbers', () => {
	for (const answer of [undefined, null, 'text', [null, 3], NaN, [[]]]) {
		const program = { doubles: () => answer, share: () => answer };
		for (const value of Object.values(figuresOf(program, { hall: 1, shop: 2 })))
			expect(Number.isFinite(value)).toBe(true);
	}
	expect(figuresOf({}, { hall: 1 })).toMatchObject({ given: 0, known: 0 });
});
