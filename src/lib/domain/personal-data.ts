const PERSONAL_DATA_KINDS = ['email', 'iban', 'phone', 'plate'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

interface FoundPersonalData {
	shape: PersonalDataKind;
	text: string;
}

/**
 * Pattern of each shape. A match is taken out of the text before the next shape is sought, so that the digits of an IBAN do not count as a
 * telephone number.
 */
const PERSONAL_DATA_PATTERNS: Record<PersonalDataKind, RegExp> = {
	email: /[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
	iban: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z\d]{4}){3,7}(?:[ \u00a0]?[A-Z\d]{1,3})?(?![\p{L}\d])/gu,
	phone: /(?<![\d,.+])(?:\+\d{1,3}[\s.-]?(?:\(0\)[\s.-]?)?\d|0\d)(?:[\s.-]?\d{2}){4}(?!\d)/gu,
	plate:
		/(?<![\p{L}\d])(?:[A-HJ-NP-TV-Z]{2}[- ]?\d{3}[- ]?[A-HJ-NP-TV-Z]{2}|\d{1,4} [A-HJ-NP-TV-Z]{2,3} (?:\d{2,3}|2[AB]))(?![\p{L}\d])/gu
};

/** Returns the person shapes in a text, each matching text once, in the order of `PERSONAL_DATA_KINDS`. */
export function findPersonalData(text: string): FoundPersonalData[] {
	let remainingText = text;
	return PERSONAL_DATA_KINDS.flatMap((shape) => {
		const matches = [...new Set(remainingText.match(PERSONAL_DATA_PATTERNS[shape]) ?? [])];
		remainingText = remainingText.replace(PERSONAL_DATA_PATTERNS[shape], ' \n ');
		return matches.map((each) => ({ shape, text: each }));
	});
}

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
