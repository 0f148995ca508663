import { expect, test } from 'vitest';
import { none, only, valcendre } from './data/labels.ts';
import { negative } from './main.ts';

type Measure = Parameters<typeof only>[0];

/** The value stands in the answer, so that a failed check says for which it was. */
function expectLost(name: Measure, value: number, lost: number): void {
	expect({ [name]: value, lost: negative(only(name, value)) }).toEqual({ [name]: value, lost });
}

test('valcendre-loses-11', () => {
	expect(negative(valcendre)).toBe(11);
});

test('four-things-count', () => {
	expectLost('energy', 1000, 2);
	expectLost('saturates', 4.2, 4);
	expectLost('sugars', 7, 2);
	expectLost('salt', 1.3, 6);
});

test('energy-in-kilojoules', () => {
	expectLost('energy', 336, 1);
	expectLost('energy', 3351, 10);
});

test('salt-as-printed', () => {
	expectLost('salt', 0.3, 1);
	expectLost('salt', 3.3, 16);
});

test('good-things-lose-nothing', () => {
	expect(negative({ ...none, vegetables: 90, fibre: 9, protein: 20 })).toBe(0);
});
