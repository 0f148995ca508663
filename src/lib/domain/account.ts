export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 128;
const LONGEST_ADULT_NAME = 60;
const LONGEST_APPLICATION_TEXT = 500;

export type NewAdult = { name: string; email: string; password: string };
export type AdultField = 'name' | 'email' | 'password';

/**
 * Returns an email address as it is stored and compared; undefined for any other text. Only its form is checked, not its owner.
 */
export function parseEmail(text: string): string | undefined {
	const address = text.trim().toLowerCase();
	const addressPattern = /^[a-z0-9_](?:[a-z0-9._+'-]*[a-z0-9_-])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
	// Students have placeholder addresses under .invalid, which nobody may type.
	return address.length <= 200 && addressPattern.test(address) && !/\.\.|\.invalid$/.test(address)
		? address
		: undefined;
}

/** A password needs length only: no rule asks for digits or special characters. */
export const isLongEnoughPassword = (text: string): boolean =>
	text.length >= SHORTEST_PASSWORD && text.length <= LONGEST_PASSWORD;

/** Returns a name as it is stored; undefined for an empty one. */
export const parseAdultName = (text: string): string | undefined =>
	toOneLine(text).slice(0, LONGEST_ADULT_NAME) || undefined;

/** Returns the wrong fields in page order, or the parsed adult. */
export function parseAdult(given: NewAdult): NewAdult | AdultField[] {
	const name = parseAdultName(given.name);
	const email = parseEmail(given.email);
	const wrongFields = (['name', 'email', 'password'] as const).filter(
		(field) =>
			({ name: name === undefined, email: email === undefined, password: !isLongEnoughPassword(given.password) })[field]
	);
	return wrongFields.length > 0 || name === undefined || email === undefined
		? wrongFields
		: { name, email, password: given.password };
}

export const cleanApplicationText = (text: string): string => toOneLine(text).slice(0, LONGEST_APPLICATION_TEXT);

const toOneLine = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/[\s\p{C}]+/gu, ' ')
		.trim();

/** Days between a request to delete an account and its deletion, in which the owner can cancel. */
export const ACCOUNT_DELETION_DELAY_DAYS = 7;

/** Lowest used percentage of the quota at which people are warned that the quota is running out. */
export const QUOTA_WARNING_PERCENT = 80;

/** Returns a passphrase as it is hashed: hyphenated words, whatever the case, accents and separators typed. */
export function normalizePassphrase(text: string): string {
	return text
		.slice(0, 200)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.split(/[^a-z]+/)
		.filter((word) => word !== '')
		.join('-');
}
