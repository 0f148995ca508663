/** Tests that a contact is called incomplete only when it is a telephone number with missing digits. */
import { expect, test } from 'vitest';
import { isIncompletePhone } from './incomplete-phone.ts';

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
