/** Limits on the files of a work; a file beyond them stays in place but is neither run nor imported. */
import type { ExceededSizeLimit } from '#sandbox/report.ts';

/** Upper limit of bytes of a program file, in UTF-8. A lesson's program has about five thousand. */
export const MOST_FILE_BYTES = 100_000;
/** Upper limit of bytes of a data file: twice the largest that is imported, because UTF-8 may need two bytes where a spreadsheet wrote one. */
export const MOST_DATA_FILE_BYTES = 400_000;
export const MOST_FILE_LINES = 5000;
/** Upper limit of files of one version of a work, own files included. */
export const MOST_VERSION_FILES = 60;
export const LONGEST_PATH = 120;
export const LONGEST_LINE = 2000;

/** Matches names of data files, whose lines may have any length. All other files are code: see sandbox/compile/loader. */
const DATA_FILE_PATTERN = /\.(?:json|css|html|csv|txt|md)$/;

export function findSizeExcess(files: Readonly<Record<string, string>>): ExceededSizeLimit | undefined {
	for (const [file, text] of Object.entries(files)) {
		const excess = DATA_FILE_PATTERN.test(file)
			? findByteSizeExcess(file, text, MOST_DATA_FILE_BYTES)
			: findCodeSizeExcess(file, text);
		if (excess !== undefined) return excess;
	}
	return undefined;
}

function findCodeSizeExcess(file: string, text: string): ExceededSizeLimit | undefined {
	const lines = text.split('\n');
	const longLineIndex = lines.findIndex((line) => line.length > LONGEST_LINE);
	if (longLineIndex >= 0) return { of: 'line', file, line: longLineIndex + 1, most: LONGEST_LINE };
	if (lines.length > MOST_FILE_LINES) return { of: 'lines', file, most: MOST_FILE_LINES };
	return findByteSizeExcess(file, text, MOST_FILE_BYTES);
}

function findByteSizeExcess(file: string, text: string, most: number): ExceededSizeLimit | undefined {
	// A character of JavaScript takes at most three bytes in UTF-8, so a short text needs no counting.
	if (text.length * 3 <= most) return undefined;
	return new TextEncoder().encode(text).length > most ? { of: 'bytes', file, most } : undefined;
}
