import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

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
	expect(fingerprint(one)).toBe(fingerprint(other));
	expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
	expect(fingerprint({ a: null })).not.toBe(fingerprint({ a: 'null' }));
	expect(fingerprint({ a: undefined })).toBe(fingerprint({}));
});
