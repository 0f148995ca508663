import { expect, test } from 'vitest';
import { toComparableText, oneLineTextSchema, toOneLine } from './parse.ts';
import * as v from 'valibot';

test('the order of keys does not matter at any depth, but the order of lists does', () => {
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
	expect(toComparableText(one)).toBe(toComparableText(other));
	expect(toComparableText([1, 2])).not.toBe(toComparableText([2, 1]));
	expect(toComparableText({ a: null })).not.toBe(toComparableText({ a: 'null' }));
	expect(toComparableText({ a: undefined })).toBe(toComparableText({}));
});

const parseText = (text: unknown, most = 10) => v.safeParse(oneLineTextSchema(most), text).output;

test('runs of spaces and line ends become one space', () => {
	expect(parseText('  un\n\tdeux  ')).toBe('un deux');
	expect(parseText('')).toBe('');
});

test('texts that are too long, control characters and values other than text are refused', () => {
	for (const wrong of ['x'.repeat(11), 'a\u202eb', 'a\u0007b', 7, null])
		expect(v.is(oneLineTextSchema(10), wrong), JSON.stringify(wrong)).toBe(false);
});

test('toOneLine removes refused characters and cuts a long text between characters', () => {
	expect(toOneLine('  a\u202eb\u0007c\n d ', 10)).toBe('ab c d');
	expect(toOneLine('🔥🔥🔥', 5)).toBe('🔥🔥');
	expect(toOneLine('a\ud83d', 5)).toBe('a');
	expect(parseText(toOneLine('\u2066x\u2069'.repeat(20), 10))).toBe('xxxxxxxxxx');
});
