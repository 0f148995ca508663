import { expect, test } from 'vitest';
import { findPersonalData, isIncompletePhone } from './personal-data.ts';
import { LONGEST_CARD_TEXT } from './problem-card.ts';

const listPersonalDataIn = (text: string) =>
	findPersonalData(text).map(({ shape, text: found }) => `${shape} ${found}`);

test.each([
	['Écrivez à marie.le-gall@boulangerie.example, merci', 'email marie.le-gall@boulangerie.example'],
	['Appelez le 06 12 34 56 78.', 'phone 06 12 34 56 78'],
	['Tél. 0612345678', 'phone 0612345678'],
	['ou +33 6 12 34 56 78 le soir', 'phone +33 6 12 34 56 78'],
	['+33 (0)2.98.12.34.56', 'phone +33 (0)2.98.12.34.56'],
	['compte FR76 3000 6000 0112 3456 7890 189', 'iban FR76 3000 6000 0112 3456 7890 189'],
	['FR7630006000011234567890189', 'iban FR7630006000011234567890189'],
	['la camionnette AB-123-CD', 'plate AB-123-CD'],
	['la vieille 1234 AB 29', 'plate 1234 AB 29']
])('personal data are found in: %s', (text, found) => {
	expect(listPersonalDataIn(text)).toEqual([found]);
});

test.each([
	'Le pain de 6 h 30 part à 5,20 € les 300 g.',
	'Le 12/11/2026, 250 baguettes de 250 g et 1 200 croissants.',
	'Lot 2026-11-24-0012, code-barres 3017620422003',
	'On livre de 10 h à 12 h, 02 13 colis par jour',
	'Article L. 111-1 du code',
	'Le four FR12 chauffe à 250 °C',
	'0,0612345678',
	''
])('no personal data are found in: %s', (text) => {
	expect(listPersonalDataIn(text)).toEqual([]);
});

test('all personal data of a text are found, and repeated data only once', () => {
	expect(listPersonalDataIn('a@b.fr, a@b.fr, 02 98 11 22 33 et AB 123 CD')).toEqual([
		'email a@b.fr',
		'phone 02 98 11 22 33',
		'plate AB 123 CD'
	]);
});

test.each([
	// A search may start again at each letter of these long words, so they are only as long as a text of a form can be.
	['a', LONGEST_CARD_TEXT],
	['a.', LONGEST_CARD_TEXT],
	['FR12', LONGEST_CARD_TEXT],
	// These texts are so long that a search in quadratic time would exceed the time limit of tests.
	['a@b ', 2_000_000],
	['FR12 300 ', 2_000_000],
	['06 12 3 ', 2_000_000],
	['AB 1 ', 2_000_000]
])('an address after “%s”, repeated over %d characters, is still found', (part, length) => {
	expect(listPersonalDataIn(`${part.repeat(length / part.length)} marie@boulangerie.example`)).toEqual([
		'email marie@boulangerie.example'
	]);
});

test('a long word without a dot after @ is not taken for an e-mail address', () => {
	expect(listPersonalDataIn(`a@${'a'.repeat(LONGEST_CARD_TEXT)}`)).toEqual([]);
});

test.each(['06 12 34', '06.12.34.56.7', '12 34', '+33 6 12'])(
	'the contact “%s” counts as an incomplete telephone number',
	(contact) => expect(isIncompletePhone(contact)).toBe(true)
);

test.each([
	'',
	'06 12 34 56 78',
	'+33 6 12 34 56 78',
	'0033 6 12 34 56 78',
	'annick@four.example',
	'au four, le matin'
])('the contact “%s” does not count as an incomplete telephone number', (contact) =>
	expect(isIncompletePhone(contact)).toBe(false)
);
