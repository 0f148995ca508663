import { expect, test } from 'vitest';
import { placeComments } from './place-comments.ts';

const createLineComment = (number: number, file = 'main.ts') => ({
	id: `c${number}`,
	file,
	line: number,
	text: 'Why?',
	done: false
});
const SUBMITTED_FILES = { 'main.ts': 'one\ntwo\nthree\nfour' };
const placeLineComment = (number: number, now: string) => {
	const [comment] = placeComments([createLineComment(number)], SUBMITTED_FILES, { 'main.ts': now });
	return [comment?.line, comment?.lineState];
};

test('a comment follows its line when lines before it are added or removed', () => {
	expect(placeLineComment(3, 'zero\none\ntwo\nthree\nfour')).toEqual([4, 'same']);
	expect(placeLineComment(3, 'one\nthree\nfour')).toEqual([2, 'same']);
});

test('a comment on a changed line stays at its new text and is marked as changed', () => {
	expect(placeLineComment(2, 'one\nTWO\nthree\nfour')).toEqual([2, 'changed']);
	expect(placeLineComment(4, 'one\ntwo\nthree\nfour!\nfive')).toEqual([4, 'changed']);
});

test('a comment on a deleted line stays at its place, within the file', () => {
	expect(placeLineComment(4, 'one\ntwo\nthree')).toEqual([3, 'changed']);
	expect(placeLineComment(1, '')).toEqual([1, 'changed']);
});

test('a comment in a deleted file is marked gone, and a comment without earlier files unchanged', () => {
	expect(placeComments([createLineComment(2)], SUBMITTED_FILES, {})[0]).toMatchObject({
		line: 2,
		lineState: 'gone',
		code: 'two'
	});
	expect(placeComments([createLineComment(2)], null, { 'main.ts': 'x' })[0]).toMatchObject({
		line: 2,
		lineState: 'same',
		code: ''
	});
});
