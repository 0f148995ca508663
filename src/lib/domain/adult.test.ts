/** Tests which e-mail addresses and other details of adults are accepted, and that each wrong field is named. */
import { expect, test } from 'vitest';
import { parseAdult, cleanApplicationText, parseEmail } from './adult.ts';

test('an address is kept in small letters, and what is none is refused', () => {
	expect(parseEmail(' Ada.Lovelace+nsi@Ac-Rennes.FR ')).toBe('ada.lovelace+nsi@ac-rennes.fr');
	for (const text of [
		'',
		'ada',
		'ada@',
		'@lycee.fr',
		'ada@lycee',
		'a b@lycee.fr',
		'a..b@lycee.fr',
		'x@student.invalid'
	]) {
		expect(parseEmail(text), text).toBeUndefined();
	}
});

test('names each field that is wrong, and takes a long password as it is', () => {
	const password = 'correct cheval batterie';
	expect(parseAdult({ name: ' ', email: 'ada', password: 'court' })).toEqual(['name', 'email', 'password']);
	expect(parseAdult({ name: 'Ada\n<b>', email: 'ADA@lycee.fr', password })).toEqual({
		name: 'Ada <b>',
		email: 'ada@lycee.fr',
		password
	});
	expect(cleanApplicationText(`Lycée\u0000 ${'a'.repeat(900)}`)).toHaveLength(500);
});
