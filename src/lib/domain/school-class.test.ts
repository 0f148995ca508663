/** Tests that a class's name is refused when it is empty, invisible or contains control characters. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { schoolClassNameSchema } from './school-class.ts';

test('a class name is trimmed, and refused when empty, invisible or with control or direction characters', () => {
	expect(v.parse(schoolClassNameSchema, '  2de 4\u00a0👩‍🏫 ')).toBe('2de 4 👩‍🏫');
	for (const name of ['', '\u200b\u200b', '\u202Eesrever', '\u2066a\u2069', 'a\u0000b'])
		expect(v.is(schoolClassNameSchema, name), JSON.stringify(name)).toBe(false);
});
