import { expect, test } from 'vitest';
import * as program from './main.ts';

/** What the student adds in this step. */
interface Added {
	rising?: (scores: number[]) => boolean;
	news2: unknown;
}

const { rising }: Added = program;

/** The scores stand in the answer, so that a failed check says for which it was. */
function expectRising(scores: number[], wanted: boolean): void {
	expect({ scores, rising: rising?.([...scores]) }).toEqual({ scores, rising: wanted });
}

test('own-rising', () => {
	expect(typeof rising).toBe('function');
});

test('rises-twice', () => {
	expectRising([0, 1, 3], true);
	expectRising([4, 2, 3, 4], true);
});

test('stays-or-falls', () => {
	expectRising([2, 2, 3], false);
	expectRising([1, 3, 3], false);
	expectRising([1, 2, 3, 2], false);
	expectRising([3, 1, 4], false);
});

test('only-the-last-three', () => {
	expectRising([1, 2, 3, 3, 3], false);
	expectRising([6, 0, 1, 2], true);
});

test('too-few', () => {
	expectRising([], false);
	expectRising([5], false);
	expectRising([1, 5], false);
});
