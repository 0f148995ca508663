import { expect, test } from 'vitest';
import { parseAdult, cleanApplicationText, parseEmail } from './account.ts';

test('an e-mail address is kept in lower case, and invalid addresses are refused', () => {
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

test('each wrong field is named, valid details are cleaned, and the password stays as typed', () => {
	const password = 'correct cheval batterie';
	expect(parseAdult({ name: ' ', email: 'ada', password: 'court' })).toEqual(['name', 'email', 'password']);
	expect(parseAdult({ name: 'Ada\n<b>', email: 'ADA@lycee.fr', password })).toEqual({
		name: 'Ada <b>',
		email: 'ada@lycee.fr',
		password
	});
	expect(cleanApplicationText(`Lycée\u0000 ${'a'.repeat(900)}`)).toHaveLength(500);
});
