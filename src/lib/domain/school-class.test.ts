import * as v from 'valibot';
import { expect, test } from 'vitest';
import { schoolClassNameSchema, newJoinCode, parseJoinCode, formatJoinCode } from './school-class.ts';

test('a class name is trimmed, and refused when empty, invisible or with control or direction characters', () => {
	expect(v.parse(schoolClassNameSchema, '  2de 4\u00a0👩‍🏫 ')).toBe('2de 4 👩‍🏫');
	for (const name of ['', '\u200b\u200b', '\u202Eesrever', '\u2066a\u2069', 'a\u0000b'])
		expect(v.is(schoolClassNameSchema, name), JSON.stringify(name)).toBe(false);
});

test('new join codes contain no look-alike characters, and each allowed character is about equally frequent', () => {
	const countByLetter = new Map<string, number>();
	for (let codeCount = 0; codeCount < 2000; codeCount += 1) {
		const code = newJoinCode();
		expect(code).toMatch(/^[CDFGHJKMNPQRTWX34679]{6}$/);
		for (const letter of code) countByLetter.set(letter, (countByLetter.get(letter) ?? 0) + 1);
	}
	expect(countByLetter.size).toBe(20);
	for (const count of countByLetter.values()) expect(Math.abs(count - 600)).toBeLessThan(200);
});

test('a join code is read with spaces, hyphens or small letters, and wrong codes are refused', () => {
	expect(parseJoinCode(formatJoinCode('CDF346'))).toBe('CDF346');
	expect(parseJoinCode(' cdf-346 ')).toBe('CDF346');
	for (const text of ['', 'CDF34', 'CDF3467', 'CDF34O', 'CDF34;', '<CDF346>', 'C'.repeat(100_000)]) {
		expect(parseJoinCode(text)).toBeNull();
	}
});
