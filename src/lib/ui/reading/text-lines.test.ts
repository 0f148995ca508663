import { describe, expect, test } from 'vitest';
import { mergeBoxesIntoLines, nextTextLine } from './text-lines.ts';

const line = (top: number, bottom = top + 20) => ({ top, bottom });

describe('boxes of words', () => {
	test('in one line make one line, though code in it is lower', () => {
		expect(mergeBoxesIntoLines([line(10), line(13, 28), line(11, 33)])).toEqual([line(10, 33)]);
	});
	test('in lines that touch stay apart, whatever their order', () => {
		expect(mergeBoxesIntoLines([line(50), line(10), line(30)])).toEqual([line(10), line(30), line(50)]);
	});
});

describe('from the height of the ruler', () => {
	const lines = [line(10), line(40), line(70)];
	test('leads one line on, and one back', () => {
		expect(nextTextLine(lines, 50, false)).toEqual(line(70));
		expect(nextTextLine(lines, 50, true)).toEqual(line(10));
	});
	test('leads to the nearest line from between two', () => {
		expect(nextTextLine(lines, 32, false)).toEqual(line(40));
		expect(nextTextLine(lines, 32, true)).toEqual(line(10));
	});
	test('leads nowhere past the ends', () => {
		expect(nextTextLine(lines, 80.4, false)).toBeUndefined();
		expect(nextTextLine(lines, 19.6, true)).toBeUndefined();
	});
});
