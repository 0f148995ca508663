/** Limits on program files; a file beyond them stays in place but is neither run nor imported. */
import type { SizeExcess } from '#sandbox/report.ts';

/** Upper limit of bytes of a program file, in UTF-8. A lesson's program has about five thousand. */
export const MOST_FILE_BYTES = 100_000;
export const MOST_FILE_LINES = 5000;
/** Upper limit of files of one version of a work, own files included. */
export const MOST_VERSION_FILES = 60;
export const LONGEST_PATH = 120;
export const LONGEST_LINE = 2000;

/**
 * Names of data files, which are not compiled, so that only the work's total size limits them. Files with other names are code: see
 * sandbox/compile/loader.
 */
const DATA_FILE = /\.(?:json|css|html|csv|txt|md)$/;

export function findSizeExcess(files: Readonly<Record<string, string>>): SizeExcess | undefined {
	for (const [file, text] of Object.entries(files)) {
		const excess = DATA_FILE.test(file) ? undefined : excessOf(file, text);
		if (excess !== undefined) return excess;
	}
	return undefined;
}

function excessOf(file: string, text: string): SizeExcess | undefined {
	const lines = text.split('\n');
	const longLineIndex = lines.findIndex((line) => line.length > LONGEST_LINE);
	if (longLineIndex >= 0) return { of: 'line', file, line: longLineIndex + 1, most: LONGEST_LINE };
	if (lines.length > MOST_FILE_LINES) return { of: 'lines', file, most: MOST_FILE_LINES };
	// A character of JavaScript takes at most three bytes in UTF-8, so a short text needs no counting.
	if (text.length * 3 <= MOST_FILE_BYTES) return undefined;
	const bytes = new TextEncoder().encode(text).length;
	return bytes > MOST_FILE_BYTES ? { of: 'bytes', file, most: MOST_FILE_BYTES } : undefined;
}
