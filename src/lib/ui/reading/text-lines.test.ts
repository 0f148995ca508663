import { describe, expect, test } from 'vitest';
import { mergeBoxesIntoLines, findNextTextLine } from './text-lines.ts';

const createLineBox = (top: number, bottom = top + 20) => ({ top, bottom });

describe('boxes of words', () => {
	test('on one line are merged, even when code on that line stands lower', () => {
		expect(mergeBoxesIntoLines([createLineBox(10), createLineBox(13, 28), createLineBox(11, 33)])).toEqual([
			createLineBox(10, 33)
		]);
	});
	test('on touching lines stay separate, whatever their order', () => {
		expect(mergeBoxesIntoLines([createLineBox(50), createLineBox(10), createLineBox(30)])).toEqual([
			createLineBox(10),
			createLineBox(30),
			createLineBox(50)
		]);
	});
});

describe('moving the ruler', () => {
	const lines = [createLineBox(10), createLineBox(40), createLineBox(70)];
	test('goes to the next or the previous line', () => {
		expect(findNextTextLine(lines, 50, false)).toEqual(createLineBox(70));
		expect(findNextTextLine(lines, 50, true)).toEqual(createLineBox(10));
	});
	test('goes to the nearest line in its direction from between two lines', () => {
		expect(findNextTextLine(lines, 32, false)).toEqual(createLineBox(40));
		expect(findNextTextLine(lines, 32, true)).toEqual(createLineBox(10));
	});
	test('finds no line beyond the first and the last', () => {
		expect(findNextTextLine(lines, 80.4, false)).toBeUndefined();
		expect(findNextTextLine(lines, 19.6, true)).toBeUndefined();
	});
});
