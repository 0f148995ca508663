import { expect, test } from 'vitest';
import { openCodelessScene } from './kit-testing.ts';

const sheetLabels = {
	title: 'Titre',
	sum: 'Total',
	sun: 'soleil',
	'option-one': 'Un seul',
	'figure-late': 'En retard'
};
const stageDial = { situation: 'discover', id: 'count', start: 2 };
const decision = { situation: 'decide', option: 'one', measure: () => [{ id: 'late', value: 1, unit: 'count' }] };
const sharedFields = { title: 'title', function: 'does', hand: stageDial, decision };
const receiptRows = [1, 2, 3].map((given) => ({ words: `Ligne ${given}`, given: [given], right: given * 100 }));
const receiptFields = {
	...sharedFields,
	unit: 'cents',
	total: { function: 'sum', label: 'sum' },
	rows: receiptRows
} as const;
const weekEntries = [1, 1, 6].map((day, index) => {
	return {
		who: `Club ${index + 1}`,
		day,
		from: 600 + index * 30,
		to: 690 + index * 30,
		given: [day],
		right: index !== 1
	};
});
const weekFields = { ...sharedFields, opens: 480, closes: 1200, entries: weekEntries };
const gridCells = ['bare', 'bean', 'leek'].map((right, index) => ({
	row: index + 1,
	column: 2,
	given: [index],
	right
}));
const gridFields = { ...sharedFields, given: ['sun'], values: ['bare', 'bean', 'leek'], cells: gridCells };

test('a receipt’s description tells how many lines are right, then the mistakes, then the total', async () => {
	const program = { does: (given: number) => (given === 2 ? 250 : given * 100), sum: () => 650 };
	const { describeSituation } = await openCodelessScene('receiptScene', program, receiptFields, sheetLabels);
	expect(describeSituation('fr', 'build')).toEqual([
		'Le programme a raison 2 fois sur 3.',
		'Ligne 2\u00a0: le programme renvoie 250\u202f; il faut 200.',
		'Total\u00a0: le programme renvoie 650\u202f; il faut 600.'
	]);
	expect(describeSituation('en', 'discover', { count: 1 })).toEqual([
		'The program is right for 1 of 1 values.',
		'Total: the program returns 650; it should be 100.'
	]);
	expect(describeSituation('fr', 'decide')).toEqual(['Un seul\u00a0: En retard\u00a0: 1.']);
});

test('a week’s description names the day and hours of a wrong entry', async () => {
	const { describeSituation } = await openCodelessScene('weekScene', { does: () => true }, weekFields, sheetLabels);
	expect(describeSituation('fr', 'build')).toEqual([
		'Le programme a raison 2 fois sur 3.',
		'Club 2, lundi, 10\u00a0h\u00a030\u2009–\u200912\u00a0h\u00a0: le programme renvoie true\u202f; il faut false.'
	]);
	expect(describeSituation('en', 'build')[1]).toBe(
		'Club 2, Monday, 10:30\u2009–\u200912:00: the program returns true; it should be false.'
	);
});

test('a grid’s description begins with the cell that the stage dial selects', async () => {
	const { describeSituation } = await openCodelessScene(
		'gridScene',
		{ does: () => 'bean' },
		{ ...gridFields, ground: 'ward' },
		sheetLabels
	);
	expect(describeSituation('fr', 'discover', { count: 2 })).toEqual([
		'B2. C’est juste.',
		'Le programme a raison 1 fois sur 3.',
		"A2, soleil 0\u00a0: le programme renvoie 'bean'\u202f; il faut 'bare'.",
		"C2, soleil 2\u00a0: le programme renvoie 'bean'\u202f; il faut 'leek'."
	]);
});

const hostileAnswers = [undefined, NaN, 'bean', true, 100, [], -1];

test.each(hostileAnswers)('receipts, weeks and grids are painted with a program that returns %j', async (answer) => {
	const program = { does: () => answer, sum: () => answer };
	const scenes = [
		await openCodelessScene('receiptScene', program, receiptFields, sheetLabels),
		await openCodelessScene('weekScene', program, weekFields, sheetLabels),
		await openCodelessScene('gridScene', program, { ...gridFields, ground: 'garden' }, sheetLabels),
		await openCodelessScene('gridScene', program, { ...gridFields, ground: 'parking' }, sheetLabels)
	];
	for (const { playForPaintCount } of scenes) {
		for (const [situation, values] of [
			['build'],
			['decide'],
			['discover', { count: 0 }],
			['discover', { count: 9 }]
		] as const) {
			const { paintCount, strayCalls } = playForPaintCount(situation, values);
			expect(paintCount).toBeGreaterThan(0);
			expect(strayCalls).toEqual([]);
		}
	}
});
