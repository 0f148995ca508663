/** What an adult gives to have an account. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;
const LONGEST_NAME = 60;
const LONGEST_APPLICATION = 500;

export type NewAdult = { name: string; email: string; password: string };
export type AdultField = 'name' | 'email' | 'password';

/** The address as it is kept and compared, or nothing. Who it belongs to nobody can tell from its shape. */
export function parseEmail(text: string): string | undefined {
	const address = text.trim().toLowerCase();
	const shaped = /^[a-z0-9_](?:[a-z0-9._+'-]*[a-z0-9_-])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
	// Students have addresses too, which lead nowhere and are nobody's to type.
	return address.length <= 200 && shaped.test(address) && !/\.\.|\.invalid$/.test(address) ? address : undefined;
}

/** Long rather than odd: no rule about digits and signs. */
export const isPassword = (text: string): boolean =>
	text.length >= SHORTEST_PASSWORD && text.length <= LONGEST_PASSWORD;

/** What is wrong, field by field in the order of the page; the person when nothing is. */
export function parseAdult(given: NewAdult): NewAdult | AdultField[] {
	const name = oneLine(given.name).slice(0, LONGEST_NAME);
	const email = parseEmail(given.email);
	const wrong = (['name', 'email', 'password'] as const).filter(
		(field) => ({ name: name === '', email: email === undefined, password: !isPassword(given.password) })[field]
	);
	return wrong.length > 0 || email === undefined ? wrong : { name, email, password: given.password };
}

/** What an applicant tells a curator. */
export const parseApplication = (text: string): string => oneLine(text).slice(0, LONGEST_APPLICATION);

// Neither line breaks nor anything that is not seen.
const oneLine = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/[\s\p{C}]+/gu, ' ')
		.trim();
