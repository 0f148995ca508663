import { expect, test } from 'vitest';
import { findNextProblemOffset, offsetOfPlace, placeOfOffset } from './offsets.ts';

test('a line and column are converted to an offset in the text, and back', () => {
	const text = 'one\ntwo\n\nfour';
	expect(offsetOfPlace(text, { line: 1, column: 1 })).toBe(0);
	expect(offsetOfPlace(text, { line: 2, column: 3 })).toBe(6);
	expect(offsetOfPlace(text, { line: 4, column: 1 })).toBe(9);
	for (let offset = 0; offset <= text.length; offset++)
		expect(offsetOfPlace(text, placeOfOffset(text, 'main.ts', offset))).toBe(offset);
});

test('the next or previous problem is found from the caret, going round at the ends', () => {
	const offsets = [40, 10, 20];
	expect(findNextProblemOffset(offsets, 0, false)).toBe(10);
	expect(findNextProblemOffset(offsets, 10, false)).toBe(20);
	expect(findNextProblemOffset(offsets, 40, false)).toBe(10);
	expect(findNextProblemOffset(offsets, 30, true)).toBe(20);
	expect(findNextProblemOffset(offsets, 10, true)).toBe(40);
	expect(findNextProblemOffset([], 10, true)).toBeUndefined();
});
