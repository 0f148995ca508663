/** Tests on which lines a teacher's comments stand after the code has changed. */
import { expect, test } from 'vitest';
import { placeComments } from './place-comments.ts';

const line = (number: number, file = 'main.ts') => ({
	id: `c${number}`,
	file,
	line: number,
	text: 'Why?',
	done: false
});
const before = { 'main.ts': 'one\ntwo\nthree\nfour' };
const at = (number: number, now: string) => {
	const [comment] = placeComments([line(number)], before, { 'main.ts': now });
	return [comment?.line, comment?.lineState];
};

test('a comment follows its line when lines come before it', () => {
	expect(at(3, 'zero\none\ntwo\nthree\nfour')).toEqual([4, 'same']);
	expect(at(3, 'one\nthree\nfour')).toEqual([2, 'same']);
});

test('a line that was changed is where its new words are, and says so', () => {
	expect(at(2, 'one\nTWO\nthree\nfour')).toEqual([2, 'changed']);
	expect(at(4, 'one\ntwo\nthree\nfour!\nfive')).toEqual([4, 'changed']);
});

test('a line that is gone leaves its comment where it stood, within the file', () => {
	expect(at(4, 'one\ntwo\nthree')).toEqual([3, 'changed']);
	expect(at(1, '')).toEqual([1, 'changed']);
});

test('a file that is gone, and a copy that is not there', () => {
	expect(placeComments([line(2)], before, {})[0]).toMatchObject({ line: 2, lineState: 'gone', code: 'two' });
	expect(placeComments([line(2)], null, { 'main.ts': 'x' })[0]).toMatchObject({ line: 2, lineState: 'same', code: '' });
});
