import { expect, test } from 'vitest';
import { findWrongTypeValue } from './exported-functions.ts';

const PRICE_PROGRAM = 'export function prix(cafes: number, carte: boolean, nom?: string): number {\n\treturn 0;\n}\n';

test('a value of another type than its parameter is reported', () => {
	expect(findWrongTypeValue('prix', [3, 'non'], [PRICE_PROGRAM])).toEqual({
		value: 'non',
		name: 'carte',
		wanted: 'boolean'
	});
	expect(findWrongTypeValue('prix', ['3 000', false], ['', PRICE_PROGRAM])).toEqual({
		value: '3 000',
		name: 'cafes',
		wanted: 'number'
	});
	expect(findWrongTypeValue('prix', [3, true, 4], [PRICE_PROGRAM])).toEqual({
		value: 4,
		name: 'nom',
		wanted: 'string'
	});
	const listProgram = 'export function prix(all: string[], carte: boolean) {}';
	expect(findWrongTypeValue('prix', [['a'], 'non'], [listProgram])).toMatchObject({ value: 'non', name: 'carte' });
	expect(findWrongTypeValue('prix', [null], [PRICE_PROGRAM])).toEqual({ value: null, name: 'cafes', wanted: 'number' });
});

test('a value that fits, or whose parameter declares no plain type, is not reported', () => {
	expect(findWrongTypeValue('prix', [3, false, 'a'], [PRICE_PROGRAM])).toBeUndefined();
	expect(findWrongTypeValue('prix', [3, false, 'a', 'b'], [PRICE_PROGRAM])).toBeUndefined();
	expect(findWrongTypeValue('other', ['a'], [PRICE_PROGRAM])).toBeUndefined();
	for (const parameterList of [
		'(a: Euros)',
		'(a: number | null)',
		'(a)',
		'(...a: number[])',
		'({ a, b }: Pair, c: number)',
		'(a: (b: string, c: number) => void)',
		'(a: number): number;\nexport function prix(a: string)'
	])
		expect(findWrongTypeValue('prix', ['x', 'y'], [`export function prix${parameterList} {}`])).toBeUndefined();
});

test('the parameter types of the solution take precedence over those of the start', () => {
	const startProgram = 'export function prix(cafes: string): number {\n}\n';
	expect(findWrongTypeValue('prix', [3], [PRICE_PROGRAM, startProgram])).toBeUndefined();
});
