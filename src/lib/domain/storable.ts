/** Tells what PostgreSQL can store, and replaces what it cannot: zero bytes and halves of characters. */
import type * as v from 'valibot';
import { parse } from './parse.ts';

const MAX_DEPTH = 64;

/** Besides zero bytes and lone surrogates, deep nesting is refused. */
export function isStorable(value: unknown, depth = 0): boolean {
	if (depth > MAX_DEPTH) return false;
	if (typeof value === 'string') return !/[\0\p{Surrogate}]/u.test(value);
	if (Array.isArray(value)) return value.every((one) => isStorable(one, depth + 1));
	if (typeof value !== 'object' || value === null) return true;
	return Object.entries(value).every(([key, one]) => isStorable(key) && isStorable(one, depth + 1));
}

/** Parses input that is to be stored; `undefined` also for what cannot be. Without this check, a schema would recurse as deep as the input. */
export const parseStorable = <T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined =>
	isStorable(input) ? parse(schema, input) : undefined;

/** Puts the sign for unknown characters in the place of zero bytes and halves of characters. */
export function toStorableText(text: string): string {
	return text.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Writes a value as JSON that PostgreSQL can store, whatever stands in its texts and keys. */
export function toStorableJson(value: unknown): string {
	return JSON.stringify(withStorableTexts(value));
}

function withStorableTexts(value: unknown): unknown {
	if (typeof value === 'string') return toStorableText(value);
	if (Array.isArray(value)) return value.map(withStorableTexts);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [toStorableText(key), withStorableTexts(one)]));
}
