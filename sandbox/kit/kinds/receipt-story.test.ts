/** Tests how the lines and sum of a receipt scene are judged, and that programs cannot change its lines. */
import { expect, test } from 'vitest';
import type { ReceiptFields } from './receipt-fields.ts';
import { createReceiptStory } from './receipt-story.ts';

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
