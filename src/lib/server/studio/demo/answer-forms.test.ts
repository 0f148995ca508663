/** Tests how a contributor's answers, which call each fact true or wrong, are read from their form. */
import { expect, test } from 'vitest';
import { LONGEST_FACT_REASON } from '#lib/domain/demo.ts';
import { readFactMarksForm } from './contributor-answers.ts';

const [ONE, TWO, THREE] = ['1', '2', '3'].map((digit) => digit.repeat(16));

function createFormData(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

test('a fact is read as true, wrong with a reason, or wrong without a reason', () => {
	const { hash, answers } = readFactMarksForm(
		createFormData({
			hash: 'abc',
			[`fact-${ONE}`]: 'true',
			[`fact-${TWO}`]: 'wrong',
			[`reason-${TWO}`]: ' Il sonne à 6. ',
			[`fact-${THREE}`]: 'wrong',
			[`reason-${THREE}`]: ' \n '
		})
	);
	expect(hash).toBe('abc');
	expect([...(answers ?? [])]).toEqual([
		[ONE, { isTrue: true, reason: '' }],
		[TWO, { isTrue: false, reason: 'Il sonne à 6.' }],
		[THREE, { isTrue: false, reason: '' }]
	]);
});

test('a reason that is too long makes the answers unreadable instead of being dropped', () => {
	const form = createFormData({ [`fact-${ONE}`]: 'wrong', [`reason-${ONE}`]: 'x'.repeat(LONGEST_FACT_REASON + 1) });
	expect(readFactMarksForm(form).answers).toBeUndefined();
});

test('fields that do not answer a fact are ignored', () => {
	expect(readFactMarksForm(createFormData({ 'fact-x': 'true', [`fact-${ONE}`]: 'perhaps' })).answers).toEqual(
		new Map()
	);
});
