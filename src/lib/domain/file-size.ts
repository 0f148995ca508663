/** How large a file of a program may be: what lies beyond it is neither run nor taken in, and stays where it is, to be shortened. */
import type { Excess } from '#sandbox/report.ts';

/** In UTF-8. A program of a lesson has about five thousand. */
export const MOST_FILE_BYTES = 100_000;
export const MOST_FILE_LINES = 5000;
export const LONGEST_LINE = 2000;

/** Read as it is, and counted in what a work may hold. All else is compiled as code, also what is named oddly: see sandbox/compile/loader. */
const DATA = /\.(?:json|css|html|csv|txt|md)$/;

/** The first thing that is too large, file by file. */
export function excessIn(files: Readonly<Record<string, string>>): Excess | undefined {
	for (const [file, text] of Object.entries(files)) {
		const excess = DATA.test(file) ? undefined : excessOf(file, text);
		if (excess !== undefined) return excess;
	}
	return undefined;
}

function excessOf(file: string, text: string): Excess | undefined {
	const lines = text.split('\n');
	const long = lines.findIndex((line) => line.length > LONGEST_LINE);
	if (long >= 0) return { of: 'line', file, line: long + 1, most: LONGEST_LINE };
	if (lines.length > MOST_FILE_LINES) return { of: 'lines', file, most: MOST_FILE_LINES };
	// A character takes at most three bytes for each of its units.
	if (text.length * 3 <= MOST_FILE_BYTES) return undefined;
	const bytes = new TextEncoder().encode(text).length;
	return bytes > MOST_FILE_BYTES ? { of: 'bytes', file, most: MOST_FILE_BYTES } : undefined;
}
