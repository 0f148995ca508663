/** Tells what PostgreSQL can store, and replaces what it cannot: zero bytes and halves of characters. */
import type * as v from 'valibot';
import { parseWithSchema } from './parse.ts';

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

/** Replaces zero bytes and halves of characters by the sign for unknown characters. */
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
