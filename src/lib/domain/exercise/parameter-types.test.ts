import { expect, test } from 'vitest';
import { findMisfitValue } from './parameter-types.ts';

const PRICE = 'export function prix(cafes: number, carte: boolean, nom?: string): number {\n\treturn 0;\n}\n';

test('a value of another type than its parameter is found', () => {
	expect(findMisfitValue('prix', [3, 'non'], [PRICE])).toEqual({ value: 'non', name: 'carte', wanted: 'boolean' });
	expect(findMisfitValue('prix', ['3 000', false], ['', PRICE])).toEqual({
		value: '3 000',
		name: 'cafes',
		wanted: 'number'
	});
	expect(findMisfitValue('prix', [3, true, 4], [PRICE])).toEqual({ value: 4, name: 'nom', wanted: 'string' });
	const list = 'export function prix(all: string[], carte: boolean) {}';
	expect(findMisfitValue('prix', [['a'], 'non'], [list])).toMatchObject({ value: 'non', name: 'carte' });
	expect(findMisfitValue('prix', [null], [PRICE])).toEqual({ value: null, name: 'cafes', wanted: 'number' });
});

test('values that fit, or whose parameter says no plain type, are left alone', () => {
	expect(findMisfitValue('prix', [3, false, 'a'], [PRICE])).toBeUndefined();
	expect(findMisfitValue('prix', [3, false, 'a', 'b'], [PRICE])).toBeUndefined();
	expect(findMisfitValue('other', ['a'], [PRICE])).toBeUndefined();
	for (const head of [
		'(a: Euros)',
		'(a: number | null)',
		'(a)',
		'(...a: number[])',
		'({ a, b }: Pair, c: number)',
		'(a: (b: string, c: number) => void)',
		'(a: number): number;\nexport function prix(a: string)'
	])
		expect(findMisfitValue('prix', ['x', 'y'], [`export function prix${head} {}`])).toBeUndefined();
});

test('the solution is asked before the start', () => {
	const start = 'export function prix(cafes: string): number {\n}\n';
	expect(findMisfitValue('prix', [3], [PRICE, start])).toBeUndefined();
});
