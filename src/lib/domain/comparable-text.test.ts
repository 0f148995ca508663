/** Tests that the order of keys does not matter when values are compared, but the order of lists does. */
import { expect, test } from 'vitest';
import { toComparableText } from './comparable-text.ts';

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
