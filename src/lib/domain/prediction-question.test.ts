import { expect, test } from 'vitest';
import {
	pickPredictionCall,
	formatCallAsCode,
	countPossibleInputs,
	placeholdersIn,
	pickValueAt,
	type PredictionQuestion
} from './prediction-question.ts';

const QUESTION: PredictionQuestion = {
	name: 'news2',
	args: [{ breaths: '{breaths}', alert: '{alert}', name: 'bed {breaths}' }, ['{breaths}', null]],
	draw: { breaths: { from: 8, to: 26, step: 1 }, alert: { among: [true, false] } }
};

test('a work always gets the same question, and neighbouring works mostly get different values', () => {
	const workIds = Array.from({ length: 35 }, (_, index) => `0e0f6f3c-57a1-4a1c-9a53-1f0f6c1f8a${index + 10}`);
	expect(pickPredictionCall(QUESTION, 'one')).toEqual(pickPredictionCall(QUESTION, 'one'));
	const callTexts = workIds.map((work) => formatCallAsCode(pickPredictionCall(QUESTION, work)));
	expect(new Set(callTexts).size).toBeGreaterThan(18);
	const equalNeighbourCount = callTexts.filter((call, index) => call === callTexts[index + 1]).length;
	expect(equalNeighbourCount).toBeLessThan(5);
});

test('drawn values replace placeholders, but not within a longer text', () => {
	const { args, values } = pickPredictionCall(QUESTION, 'one');
	expect(args).toEqual([
		{ breaths: values['breaths'], alert: values['alert'], name: 'bed {breaths}' },
		[values['breaths'], null]
	]);
	expect(placeholdersIn(QUESTION.args)).toEqual(['breaths', 'alert', 'breaths']);
	expect(countPossibleInputs(QUESTION)).toBe(38);
});

test('every number of a range can be drawn, both ends included, without rounding errors', () => {
	const range = { from: 35.9, to: 36.2, step: 0.1 };
	expect([0, 0.26, 0.5, 0.999999].map((fraction) => pickValueAt(range, fraction))).toEqual([35.9, 36, 36.1, 36.2]);
});

test('a call is formatted as code', () => {
	expect(formatCallAsCode({ name: 'price', args: [47] })).toBe('price(47)');
	expect(formatCallAsCode({ name: 'f', args: [{ lat: 1.5, 'a b': 'x"' }, [null, true], {}] })).toBe(
		'f({ lat: 1.5, "a b": "x\\"" }, [null, true], {})'
	);
});
