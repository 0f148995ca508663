/** Tests that the ruler finds the lines of a text, and moves one line up or down. */
import { describe, expect, test } from 'vitest';
import { mergeBoxesIntoLines, nextTextLine } from './text-lines.ts';

const createLineBox = (top: number, bottom = top + 20) => ({ top, bottom });

describe('boxes of words', () => {
	test('in one line make one line, though code in it is lower', () => {
		expect(mergeBoxesIntoLines([createLineBox(10), createLineBox(13, 28), createLineBox(11, 33)])).toEqual([
			createLineBox(10, 33)
		]);
	});
	test('in lines that touch stay apart, whatever their order', () => {
		expect(mergeBoxesIntoLines([createLineBox(50), createLineBox(10), createLineBox(30)])).toEqual([
			createLineBox(10),
			createLineBox(30),
			createLineBox(50)
		]);
	});
});

describe('from the height of the ruler', () => {
	const lines = [createLineBox(10), createLineBox(40), createLineBox(70)];
	test('leads one line on, and one back', () => {
		expect(nextTextLine(lines, 50, false)).toEqual(createLineBox(70));
		expect(nextTextLine(lines, 50, true)).toEqual(createLineBox(10));
	});
	test('leads to the nearest line from between two', () => {
		expect(nextTextLine(lines, 32, false)).toEqual(createLineBox(40));
		expect(nextTextLine(lines, 32, true)).toEqual(createLineBox(10));
	});
	test('leads nowhere past the ends', () => {
		expect(nextTextLine(lines, 80.4, false)).toBeUndefined();
		expect(nextTextLine(lines, 19.6, true)).toBeUndefined();
	});
});
