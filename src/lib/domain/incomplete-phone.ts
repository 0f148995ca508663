/** Recognises a telephone number that cannot be called. */

const PHONE_NUMBER_PATTERN = /^\+?[\d\s\u00a0().-]+$/;
const FEWEST_NATIONAL_PHONE_DIGITS = 10;
const FEWEST_PHONE_DIGITS = 8;

/** Tells whether a contact is a telephone number with too few digits; false for an email address, words or an empty contact. */
export function isIncompletePhone(contact: string): boolean {
	const text = contact.trim();
	const digits = text.replace(/\D/g, '');
	if (digits === '' || !PHONE_NUMBER_PATTERN.test(text)) return false;
	return digits.length < (/^0[1-9]/.test(digits) ? FEWEST_NATIONAL_PHONE_DIGITS : FEWEST_PHONE_DIGITS);
}
