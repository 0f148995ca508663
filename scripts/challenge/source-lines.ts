/** Finds line numbers in files, counted from 1. */

export function findCheckLine(source: string, id: string): number | undefined {
	return findLineNumber(source, (row) => ["'", '"', '`'].some((mark) => row.includes(mark + id + mark)));
}

/** Returns the line in which the scene exports a function; else the first line that contains the function's name. */
export function findExportLine(source: string, name: string): number {
	const namePattern = new RegExp(`\\b${name}\\b`);
	const exportLine = findLineNumber(source, (row) => row.startsWith('export') && namePattern.test(row));
	return exportLine ?? findLineNumber(source, (row) => namePattern.test(row)) ?? 1;
}

function findLineNumber(text: string, isFound: (row: string) => boolean): number | undefined {
	const index = text.split('\n').findIndex(isFound);
	return index < 0 ? undefined : index + 1;
}

export function findFirstDifferentLine(one: string, other: string): number {
	const rows = other.split('\n');
	const index = one.split('\n').findIndex((row, at) => row !== rows[at]);
	return index < 0 ? 1 : index + 1;
}
