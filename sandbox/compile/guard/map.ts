/** Shifts the columns of a source map to account for text inserted into lines, without line breaks. */
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import { lineAt, type Insertion } from './insertion.ts';

export function moveMap(map: string, insertions: Insertion[], lineStarts: number[]): string {
	const byLine = new Map<number, { column: number; length: number }[]>();
	for (const { at, text } of insertions) {
		const line = lineAt(lineStarts, at);
		const found = byLine.get(line) ?? [];
		found.push({ column: at - (lineStarts[line] ?? 0), length: text.length });
		byLine.set(line, found);
	}
	const mappings = decodedMappings(new TraceMap(map)).map((segments, line) => {
		const inserted = byLine.get(line);
		if (inserted === undefined) return segments;
		return segments.map(([column, ...original]) => [columnAfter(column, inserted), ...original]);
	});
	// The mappings stay decoded arrays, because only our own reader uses this map.
	return JSON.stringify({ ...(JSON.parse(map) as object), mappings });
}

/** Returns the new column; text inserted exactly at a column comes before it. */
function columnAfter(column: number, inserted: { column: number; length: number }[]): number {
	let after = column;
	for (const each of inserted) if (each.column <= column) after += each.length;
	return after;
}
