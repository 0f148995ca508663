import { expect, test } from 'vitest';
import { rule } from './given.ts';
import { points } from './main.ts';

/** The value stands in the answer, so that a failed check says which one it was. */
const at = (value: number, limits: number[]) => ({ value, points: points(value, limits) });

test('salt-four-points', () => {
	expect(at(0.9, rule.salt)).toEqual({ value: 0.9, points: 4 });
});

test('counts-each-limit', () => {
	expect(at(1000, rule.energy)).toEqual({ value: 1000, points: 2 });
	expect(at(20.5, rule.sugars)).toEqual({ value: 20.5, points: 6 });
	expect(at(3.3, rule.salt)).toEqual({ value: 3.3, points: 16 });
	expect(at(5, rule.salt)).toEqual({ value: 5, points: 20 });
});

test('limit-itself-counts-nothing', () => {
	for (const [value, count] of [
		[0.2, 0],
		[0.6, 2],
		[1.6, 7],
		[4, 19]
	] as const) {
		expect(at(value, rule.salt)).toEqual({ value, points: count });
	}
	expect(at(335, rule.energy)).toEqual({ value: 335, points: 0 });
	expect(at(336, rule.energy)).toEqual({ value: 336, points: 1 });
});

test('nothing-exceeded', () => {
	expect(at(0, rule.salt)).toEqual({ value: 0, points: 0 });
	expect(at(3.4, rule.sugars)).toEqual({ value: 3.4, points: 0 });
});

test('eighty-three-times', () => {
	expect(at(80, rule.vegetables)).toEqual({ value: 80, points: 2 });
	expect(at(81, rule.vegetables)).toEqual({ value: 81, points: 5 });
});
