/** Puts a guard into every loop and function, by which an endless program ends itself. */
import { decodedMappings, FlattenMap } from '@jridgewell/trace-mapping';
import type { Bundle } from '../../contract.ts';
import type { GuardedCode } from '../../run/page/guard.ts';
import { createSourceMapReader } from '../../source-map.ts';
import { GUARD_MODULE, GUARD_FUNCTION_NAME } from '../modules.ts';
import { insertTexts, lineIndexAt, lineStartOffsets, type TextInsertion } from './insertion.ts';
import { guardPointsIn, type GuardPoint } from './walk.ts';

/**
 * Returns the bundle with guards. Page programs need guards, because ending a page from outside loses its document. Programs that
 * hung once need guards to find the endless loop.
 */
export async function addGuards(bundle: Bundle): Promise<Bundle> {
	const { parseScript } = await import('meriyah');
	const program: unknown = parseScript(bundle.code, { next: true, ranges: true });
	const trace = createSourceMapReader(bundle.map);
	const lineStarts = lineStartOffsets(bundle.code);

	const table: GuardedCode[] = [];
	const indexes = new Map<GuardPoint | undefined, number>();
	const insertions: TextInsertion[] = [];
	for (const point of guardPointsIn(program)) {
		const { kind, start, open, close } = point;
		const line = lineIndexAt(lineStarts, start);
		const place = trace({ line: line + 1, column: start - (lineStarts[line] ?? 0) + 1 });
		// Code without a place was added by Braise or esbuild, and always ends, so it gets no guard.
		if (place === undefined) continue;
		const inside = indexes.get(point.outerPoint) ?? null;
		const index = table.push({ kind, place, inside }) - 1;
		indexes.set(point, index);
		const call = `${GUARD_FUNCTION_NAME}(${index})`;
		insertions.push({ offset: open.offset, text: open.before + call + open.after });
		if (close !== undefined) insertions.push(close);
	}
	// The sort is stable: of two insertions at one offset, the insertion of the outer loop or function stays first.
	insertions.sort((a, b) => a.offset - b.offset);
	insertions.unshift({
		offset: 0,
		text: `const ${GUARD_FUNCTION_NAME} = require(${JSON.stringify(GUARD_MODULE)})(${JSON.stringify(table)});`
	});
	return {
		...bundle,
		code: insertTexts(bundle.code, insertions),
		map: shiftSourceMap(bundle.map, insertions, lineStarts)
	};
}

/** Returns a source map whose columns account for text that was inserted into lines. The text has no line breaks. */
function shiftSourceMap(map: string, insertions: TextInsertion[], lineStarts: number[]): string {
	const byLine = new Map<number, { column: number; length: number }[]>();
	for (const { offset, text } of insertions) {
		const line = lineIndexAt(lineStarts, offset);
		const lineInsertions = byLine.get(line) ?? [];
		lineInsertions.push({ column: offset - (lineStarts[line] ?? 0), length: text.length });
		byLine.set(line, lineInsertions);
	}
	const flat = FlattenMap(map);
	const mappings = decodedMappings(flat).map((segments, line) => {
		const lineInsertions = byLine.get(line);
		if (lineInsertions === undefined) return segments;
		return segments.map(([column, ...original]) => [columnAfterInsertions(column, lineInsertions), ...original]);
	});
	// The mappings stay decoded arrays instead of text, because only our own reader uses this map.
	return JSON.stringify({ version: 3, sources: flat.sources, names: flat.names, mappings });
}

/** Returns the new column of `column`. Text that was inserted exactly at `column` stands before it. */
function columnAfterInsertions(column: number, insertions: { column: number; length: number }[]): number {
	let after = column;
	for (const each of insertions) if (each.column <= column) after += each.length;
	return after;
}
