import * as v from 'valibot';

/** Parses input by a schema; `undefined` for input that does not match it, such as a proxy's page or an unknown format. */
export function parseWithSchema<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
	const result = v.safeParse(schema, input);
	return result.success ? result.output : undefined;
}

/** Parses JSON; `undefined` for text that is no JSON, such as one that was cut off. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const MAX_NESTING_DEPTH = 64;

/** Tells whether PostgreSQL can store a value: it has no zero bytes and no lone surrogates, and is not nested too deeply. */
export function isStorable(value: unknown, depth = 0): boolean {
	if (depth > MAX_NESTING_DEPTH) return false;
	if (typeof value === 'string') return !/[\0\p{Surrogate}]/u.test(value);
	if (Array.isArray(value)) return value.every((one) => isStorable(one, depth + 1));
	if (typeof value !== 'object' || value === null) return true;
	return Object.entries(value).every(([key, one]) => isStorable(key) && isStorable(one, depth + 1));
}

/**
 * Parses input that is to be stored; `undefined` also for input that cannot be stored. The check comes first, because a schema
 * recurses as deep as its input.
 */
export const parseStorable = <T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined =>
	isStorable(input) ? parseWithSchema(schema, input) : undefined;

export function toStorableText(text: string): string {
	return text.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Writes a value as JSON that PostgreSQL can store, whatever its texts and keys hold. */
export function toStorableJson(value: unknown): string {
	return JSON.stringify(replaceUnstorableTexts(value));
}

function replaceUnstorableTexts(value: unknown): unknown {
	if (typeof value === 'string') return toStorableText(value);
	if (Array.isArray(value)) return value.map(replaceUnstorableTexts);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [toStorableText(key), replaceUnstorableTexts(one)])
	);
}

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

/** Writes equal values as equal texts, even with their keys in another order, as after storage in PostgreSQL. */
export function toComparableText(value: unknown): string {
	return JSON.stringify(value, (_, each: unknown) =>
		isObject(each) ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1))) : each
	);
}

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
