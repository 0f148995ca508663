import { expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

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
	expect(fingerprintOf(one)).toBe(fingerprintOf(other));
	expect(fingerprintOf([1, 2])).not.toBe(fingerprintOf([2, 1]));
	expect(fingerprintOf({ a: null })).not.toBe(fingerprintOf({ a: 'null' }));
	expect(fingerprintOf({ a: undefined })).toBe(fingerprintOf({}));
});
