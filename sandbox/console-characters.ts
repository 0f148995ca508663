import type { ConsoleEntry, ConsoleValue } from './report.ts';

/** Number added to the characters of each value, because even an empty value takes room. */
export const EXTRA_CHARACTERS_PER_VALUE = 16;

export function countConsoleEntryCharacters({ values }: ConsoleEntry): number {
	let count = 0;
	for (const value of values) count += countConsoleValueCharacters(value);
	return count;
}

function countConsoleValueCharacters({ text, entries = [] }: ConsoleValue): number {
	let count = text.length + EXTRA_CHARACTERS_PER_VALUE;
	for (const { key, value } of entries) count += key.length + countConsoleValueCharacters(value);
	return count;
}
