/** Lines of files, from 1. */

/** Where a check of this id is written. */
export function lineOfCheck(source: string, id: string): number | undefined {
	return lineWhere(source, (row) => ["'", '"', '`'].some((mark) => row.includes(mark + id + mark)));
}

/** Where a function of the scene is given to whoever drives it, or at least named. */
export function lineOfExport(source: string, name: string): number {
	const named = new RegExp(`\\b${name}\\b`);
	const given = lineWhere(source, (row) => row.startsWith('export') && named.test(row));
	return given ?? lineWhere(source, (row) => named.test(row)) ?? 1;
}

export function lineWhere(text: string, found: (row: string) => boolean): number | undefined {
	const index = text.split('\n').findIndex(found);
	return index < 0 ? undefined : index + 1;
}

/** Where two texts part. */
export function lineOfDifference(one: string, other: string): number {
	const rows = other.split('\n');
	const index = one.split('\n').findIndex((row, at) => row !== rows[at]);
	return index < 0 ? 1 : index + 1;
}
