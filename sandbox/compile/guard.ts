import { decodedMappings, FlattenMap } from '@jridgewell/trace-mapping';
import type { Bundle } from '../contract.ts';
import type { GuardedCode } from '../run/page/guard.ts';
import { createSourceMapReader } from '../source-map.ts';
import { GUARD_MODULE, GUARD_FUNCTION_NAME } from './modules.ts';

interface TextInsertion {
	offset: number;
	text: string;
}

function insertTexts(code: string, insertions: TextInsertion[]): string {
	let result = '';
	let from = 0;
	for (const { offset, text } of insertions) {
		result += code.slice(from, offset) + text;
		from = offset;
	}
	return result + code.slice(from);
}

function lineStartOffsets(code: string): number[] {
	const starts = [0];
	for (let at = code.indexOf('\n'); at !== -1; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}

function lineIndexAt(starts: number[], at: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}

interface GuardPoint {
	/** `yields` is a loop of a generator. It may be endless, because its caller can stop asking for values. */
	kind: 'loop' | 'yields' | 'function';
	isGenerator: boolean;
	outerPoint: GuardPoint | undefined;
	/** Offset of the loop or function in the code; `open.offset` is where the guard goes. */
	start: number;
	open: { offset: number; before: string; after: string };
	close?: TextInsertion;
}

interface SyntaxNode {
	type: string;
	start: number;
	end: number;
	[field: string]: unknown;
}

const LOOP_NODE_TYPES = new Set([
	'ForStatement',
	'ForInStatement',
	'ForOfStatement',
	'WhileStatement',
	'DoWhileStatement'
]);
const FUNCTION_NODE_TYPES = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

const isSyntaxNode = (value: unknown): value is SyntaxNode =>
	typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;

/** Outer loops and functions first. Without recursion, because a bundle may be nested deeper than the call stack. */
function guardPointsIn(program: unknown): GuardPoint[] {
	const points: GuardPoint[] = [];
	const waitingParts: { value: unknown; inside: GuardPoint | undefined }[] = [{ value: program, inside: undefined }];
	for (let next = waitingParts.pop(); next !== undefined; next = waitingParts.pop()) {
		const { value, inside } = next;
		if (Array.isArray(value)) for (const each of value as unknown[]) waitingParts.push({ value: each, inside });
		if (!isSyntaxNode(value)) continue;
		const point = guardPointOf(value, inside);
		if (point !== undefined) points.push(point);
		for (const part of Object.values(value)) waitingParts.push({ value: part, inside: point ?? inside });
	}
	return points;
}

function guardPointOf(
	{ type, body, start, generator }: SyntaxNode,
	outerPoint: GuardPoint | undefined
): GuardPoint | undefined {
	if (!isSyntaxNode(body)) return undefined;
	const isGenerator = FUNCTION_NODE_TYPES.has(type) ? generator === true : (outerPoint?.isGenerator ?? false);
	const context = { outerPoint, start, isGenerator };
	if (LOOP_NODE_TYPES.has(type))
		return { kind: isGenerator ? 'yields' : 'loop', ...context, ...guardInsertionsAround(body, ['{', ';', '}']) };
	if (FUNCTION_NODE_TYPES.has(type))
		return { kind: 'function', ...context, ...guardInsertionsAround(body, ['(', ', ', ')']) };
	return undefined;
}

function guardInsertionsAround(
	body: SyntaxNode,
	[opening, between, closing]: [string, string, string]
): Pick<GuardPoint, 'open' | 'close'> {
	if (body.type === 'BlockStatement') return { open: { offset: body.start + 1, before: '', after: ';' } };
	return {
		open: { offset: body.start, before: opening, after: between },
		close: { offset: body.end, text: closing }
	};
}

/** For page programs, because ending a page loses its document; and for programs that hung, to find the loop. */
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
