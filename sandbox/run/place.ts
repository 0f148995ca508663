/** Where in the student's files something happened: read from a stack trace through the bundle's source map. */
import type { Bundle } from '../index.ts';
import type { RawProblem, RawResult } from '../protocol.ts';
import type { CheckResult, Place, Problem } from '../report.ts';
import { BUNDLE_NAME, LINES_BEFORE } from './bundle-place.ts';

interface Position {
	line: number;
	column: number;
}

const FRAME = new RegExp(`${BUNDLE_NAME.replaceAll('.', '\\.')}:(\\d+):(\\d+)`);

/** Positions inside the bundle, innermost first. Chromium writes `at f (name:1:2)`, Firefox `f@name:1:2`. */
export function positionsIn(stack: string): Position[] {
	return stack.split('\n').flatMap((line) => {
		const found = FRAME.exec(line);
		return found === null ? [] : [{ line: Number(found[1]) - LINES_BEFORE, column: Number(found[2]) - 1 }];
	});
}

type Trace = (position: Position) => Place | undefined;
const traces = new WeakMap<Bundle, Promise<Trace>>();

async function makeTrace(bundle: Bundle): Promise<Trace> {
	const { TraceMap, originalPositionFor } = await import('@jridgewell/trace-mapping');
	const map = new TraceMap(bundle.map);
	return ({ line, column }) => {
		if (line < 1 || column < 0) return undefined;
		const { source, line: originalLine, column: originalColumn } = originalPositionFor(map, { line, column });
		if (source === null) return undefined;
		return { file: source, line: originalLine, column: originalColumn + 1 };
	};
}

function traceOf(bundle: Bundle): Promise<Trace> {
	let trace = traces.get(bundle);
	if (trace === undefined) {
		trace = makeTrace(bundle);
		traces.set(bundle, trace);
	}
	return trace;
}

/** Files that the author wrote: a place in one of them helps a student less than the place in their own that led there. */
const isSurrounding = (place: Place) => /^(scene|checks\/|data\/)/.test(place.file);

export async function placeProblem(bundle: Bundle, raw: RawProblem): Promise<Problem> {
	const { stack, ...problem } = raw;
	if (stack === undefined || (problem.kind !== 'thrown' && problem.kind !== 'assertion')) return problem;
	try {
		const trace = await traceOf(bundle);
		const places = positionsIn(stack).flatMap((position) => trace(position) ?? []);
		const place = places.find((found) => !isSurrounding(found)) ?? places[0];
		return place === undefined ? problem : { ...problem, place };
	} catch {
		// A map that cannot be read costs the place, never the message.
		return problem;
	}
}

export const hasStack = (result: RawResult): boolean => result.problem !== undefined && 'stack' in result.problem;

export async function placeResult(bundle: Bundle, { problem, ...result }: RawResult): Promise<CheckResult> {
	return problem === undefined ? result : { ...result, problem: await placeProblem(bundle, problem) };
}
