/** Puts a guard into every loop and function, so that an endless program ends from within. */
import { decodedMappings, FlattenMap } from '@jridgewell/trace-mapping';
import type { Bundle } from '../../contract.ts';
import type { Guarded } from '../../run/page/guard.ts';
import { traceIn } from '../../source-map.ts';
import { GUARD } from '../modules.ts';
import { insert, lineAt, lineStarts, type Insertion } from './insertion.ts';
import { guardsIn, type GuardPoint } from './walk.ts';

const NAME = '__braise';

/**
 * Returns the bundle with guards. For page programs, which cannot be ended from outside without losing their document, and for
 * programs that hung once, to find the loop.
 */
export async function addGuards(bundle: Bundle): Promise<Bundle> {
	const { parseScript } = await import('meriyah');
	const program: unknown = parseScript(bundle.code, { next: true, ranges: true });
	const trace = traceIn(bundle.map);
	const starts = lineStarts(bundle.code);

	const table: Guarded[] = [];
	const indexes = new Map<GuardPoint | undefined, number>();
	const insertions: Insertion[] = [];
	for (const point of guardsIn(program)) {
		const { kind, at, open, close } = point;
		const line = lineAt(starts, at);
		const place = trace({ line: line + 1, column: at - (starts[line] ?? 0) + 1 });
		// Code that Braise or esbuild added always ends.
		if (place === undefined) continue;
		const inside = indexes.get(point.inside) ?? null;
		const index = table.push({ kind, place, inside }) - 1;
		indexes.set(point, index);
		const call = `${NAME}(${index})`;
		insertions.push({ at: open.at, text: open.before + call + open.after });
		if (close !== undefined) insertions.push(close);
	}
	// The sort is stable: of two insertions at one offset the outer one stays first.
	insertions.sort((a, b) => a.at - b.at);
	insertions.unshift({ at: 0, text: `const ${NAME} = require(${JSON.stringify(GUARD)})(${JSON.stringify(table)});` });
	return { ...bundle, code: insert(bundle.code, insertions), map: moveMap(bundle.map, insertions, starts) };
}

/** Shifts the columns of a source map to account for text inserted into lines, without line breaks. */
function moveMap(map: string, insertions: Insertion[], lineStarts: number[]): string {
	const byLine = new Map<number, { column: number; length: number }[]>();
	for (const { at, text } of insertions) {
		const line = lineAt(lineStarts, at);
		const found = byLine.get(line) ?? [];
		found.push({ column: at - (lineStarts[line] ?? 0), length: text.length });
		byLine.set(line, found);
	}
	const flat = FlattenMap(map);
	const mappings = decodedMappings(flat).map((segments, line) => {
		const inserted = byLine.get(line);
		if (inserted === undefined) return segments;
		return segments.map(([column, ...original]) => [columnAfter(column, inserted), ...original]);
	});
	// The mappings stay decoded arrays, because only our own reader uses this map.
	return JSON.stringify({ version: 3, sources: flat.sources, names: flat.names, mappings });
}

/** Returns the new column; text inserted exactly at a column comes before it. */
function columnAfter(column: number, inserted: { column: number; length: number }[]): number {
	let after = column;
	for (const each of inserted) if (each.column <= column) after += each.length;
	return after;
}
