/** Moves a source map's columns along with text that was inserted into its lines, none of which has a line's end in it. */
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import { lineAt, type Insertion } from './guard.ts';

export function moved(map: string, insertions: Insertion[], lineStarts: number[]): string {
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
	// Numbers as they are: nobody but a reader of this very map has to understand them.
	return JSON.stringify({ ...(JSON.parse(map) as object), mappings });
}

/** What was inserted right at a column stands before what was there. */
function columnAfter(column: number, inserted: { column: number; length: number }[]): number {
	let after = column;
	for (const each of inserted) if (each.column <= column) after += each.length;
	return after;
}
