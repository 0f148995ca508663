import { expect, test } from 'vitest';
import { comparableText } from './comparable-text.ts';

test('the order of keys says nothing, also deep inside; that of a list does', () => {
	const one = {
		files: { 'main.ts': 'a', 'b.ts': '' },
		steps: [{ kind: 'tune', values: { free: 1, cents: 2 } }],
		card: null
	};
	const other = {
		card: null,
		steps: [{ values: { cents: 2, free: 1 }, kind: 'tune' }],
		files: { 'b.ts': '', 'main.ts': 'a' }
	};
	expect(comparableText(one)).toBe(comparableText(other));
	expect(comparableText([1, 2])).not.toBe(comparableText([2, 1]));
	expect(comparableText({ a: null })).not.toBe(comparableText({ a: 'null' }));
	expect(comparableText({ a: undefined })).toBe(comparableText({}));
});
