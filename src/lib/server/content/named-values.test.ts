/** Tests that parameter names are found in functions with all kinds of types. */
import { expect, test } from 'vitest';
import { mapArgumentsByName, readParameterNames } from './named-values.ts';

test.each([
	['export function price(minutes: number): number {', ['minutes']],
	['function price() {', []],
	[
		'function price(from: [number, string], how: (a: number, b: string) => void, by: Map<string, number>) {',
		['from', 'how', 'by']
	],
	['function price(\n\tminutes: number,\n\tisFree = false,\n) {', ['minutes', 'isFree']]
])('the parameter names of `price` are found in %s', (source, names) => {
	expect(readParameterNames('price', source)).toEqual(names);
});

test.each(['function cost(minutes) {', 'function price({ minutes }: Stay) {', 'function price(...all: number[]) {'])(
	'no parameter names of `price` are found in %s',
	(source) => {
		expect(readParameterNames('price', source)).toBeUndefined();
	}
);

test('arguments are named after the parameters, or stay a list when the parameters do not fit', () => {
	const source = 'function price(minutes: number, isFree: boolean) {';
	expect(mapArgumentsByName([20, true], 'price', source)).toEqual({ minutes: 20, isFree: true });
	expect(mapArgumentsByName([20], 'price', source)).toEqual([20]);
	expect(mapArgumentsByName([20, true], 'cost', source)).toEqual([20, true]);
});
