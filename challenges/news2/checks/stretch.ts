import { expect, test } from 'vitest';
import * as program from './main.ts';

/** What the student adds in this step. */
interface Added {
	rising?: (scores: number[]) => boolean;
	news2: unknown;
}

const { rising }: Added = program;

test('own-rising', () => {
	expect(typeof rising).toBe('function');
});

test('rises-twice', () => {
	expect(rising?.([0, 1, 3])).toBe(true);
	expect(rising?.([4, 2, 3, 4])).toBe(true);
});

test('stays-or-falls', () => {
	expect(rising?.([2, 2, 3])).toBe(false);
	expect(rising?.([1, 3, 3])).toBe(false);
	expect(rising?.([1, 2, 3, 2])).toBe(false);
	expect(rising?.([3, 1, 4])).toBe(false);
});

test('only-the-last-three', () => {
	expect(rising?.([1, 2, 3, 3, 3])).toBe(false);
	expect(rising?.([6, 0, 1, 2])).toBe(true);
});

test('too-few', () => {
	expect(rising?.([])).toBe(false);
	expect(rising?.([5])).toBe(false);
	expect(rising?.([1, 5])).toBe(false);
});
