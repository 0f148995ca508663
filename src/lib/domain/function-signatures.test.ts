/** Tests that only exported functions that take and return plain values are found in a program's text. */
import { expect, test } from 'vitest';
import { findPlainFunctionSignatures } from './function-signatures.ts';

test('exported functions of plain values are found, with the names and kinds of their parameters', () => {
	const program = `
export function status(celsius: number): 'ok' | "warm" {
	return 'ok';
}
export function minutesOut(readings: number[], isLong: boolean): number {
	return 0;
}
export function greet(name, times = 2) {
	return name;
}
`;
	expect(findPlainFunctionSignatures(program)).toEqual([
		{ name: 'status', parameters: [{ name: 'celsius', kind: 'number' }], returns: 'text' },
		{
			name: 'minutesOut',
			parameters: [
				{ name: 'readings', kind: 'numbers' },
				{ name: 'isLong', kind: 'yes-no' }
			],
			returns: 'number'
		},
		{
			name: 'greet',
			parameters: [
				{ name: 'name', kind: 'any' },
				{ name: 'times', kind: 'any' }
			],
			returns: 'any'
		}
	]);
});

test.each([
	['export function route(stops: Stop[]): Stop {\n}'],
	['export function price({ minutes }: Ticket): number {\n}'],
	['export function today(): number {\n}'],
	['function hidden(one: number): number {\n}'],
	['export const square = (one: number): number => one * one;']
])('a function without plain parameters, or without the keywords export function, is left out: %s', (program) => {
	expect(findPlainFunctionSignatures(program)).toEqual([]);
});

test('two million spaces in a program do not slow down the search', () => {
	// This text is so long that a search in quadratic time would exceed the time limit of tests.
	const spaces = ' '.repeat(2_000_000);
	const program = `
export function one(first: a${spaces}b): number {
}
export function two(first:${spaces}number): number {
}
export function three(first: number): a${spaces}`;
	expect(findPlainFunctionSignatures(program)).toEqual([
		{ name: 'two', parameters: [{ name: 'first', kind: 'number' }], returns: 'number' }
	]);
});
