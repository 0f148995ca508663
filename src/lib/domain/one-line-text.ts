/** Cleans and checks a text of one line that other people read. */
import * as v from 'valibot';

/** Matches one line without bidirectional controls, which would reorder the text around it. */
const ONE_LINE_PATTERN = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u;

/** Returns a schema for a text of at most `most` characters, in which runs of spaces and line ends become one space. */
export const oneLineTextSchema = (most: number) =>
	v.pipe(
		v.string(),
		v.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()),
		v.maxLength(most),
		v.regex(ONE_LINE_PATTERN)
	);

/**
 * Returns the text as one line of at most `most` characters, without the characters that `oneLineTextSchema` refuses, and without
 * halves of surrogate pairs, which no database stores.
 */
export function toOneLine(text: string, most: number): string {
	const line = text
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.replace(/\p{Bidi_Control}|\p{Surrogate}/gu, '')
		.trim();
	// Cut between whole characters, because half of a surrogate pair cannot be stored.
	return line.length <= most
		? line
		: [...line].reduce((cut, one) => (cut.length + one.length > most ? cut : cut + one), '');
}
