import { expect, test } from 'vitest';
import { none, only, valcendre } from './data/labels.ts';
import { negative } from './main.ts';

test('valcendre-loses-11', () => {
	expect(negative(valcendre)).toBe(11);
});

test('four-things-count', () => {
	expect({ energy: negative(only('energy', 1000)) }).toEqual({ energy: 2 });
	expect({ saturates: negative(only('saturates', 4.2)) }).toEqual({ saturates: 4 });
	expect({ sugars: negative(only('sugars', 7)) }).toEqual({ sugars: 2 });
	expect({ salt: negative(only('salt', 1.3)) }).toEqual({ salt: 6 });
});

test('energy-in-kilojoules', () => {
	expect({ energy: negative(only('energy', 336)) }).toEqual({ energy: 1 });
	expect({ energy: negative(only('energy', 3351)) }).toEqual({ energy: 10 });
});

test('salt-as-printed', () => {
	expect({ salt: negative(only('salt', 0.3)) }).toEqual({ salt: 1 });
	expect({ salt: negative(only('salt', 3.3)) }).toEqual({ salt: 16 });
});

test('good-things-lose-nothing', () => {
	expect(negative({ ...none, vegetables: 90, fibre: 9, protein: 20 })).toBe(0);
});
