/** Maps places in a bundle to places in the student's files, through its source map. */
import type { Bundle } from '../contract.ts';
import type { CheckResult, SourcePlace, Problem } from '../report.ts';
import { BUNDLE_NAME } from './bundle-place.ts';

type Trace = (place: SourcePlace) => SourcePlace | undefined;
const traces = new WeakMap<Bundle, Promise<Trace>>();

async function makeTrace(bundle: Bundle): Promise<Trace> {
	const { TraceMap, originalPositionFor } = await import('@jridgewell/trace-mapping');
	const map = new TraceMap(bundle.map);
	return ({ line, column }) => {
		if (line < 1 || column < 1) return undefined;
		const original = originalPositionFor(map, { line, column: column - 1 });
		if (original.source === null) return undefined;
		return { file: original.source, line: original.line, column: original.column + 1 };
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

export const needsPlace = (problem: Problem | undefined): boolean =>
	problem !== undefined && 'place' in problem && problem.place?.file === BUNDLE_NAME;

export async function placeProblem(bundle: Bundle, problem: Problem): Promise<Problem> {
	if (!('place' in problem) || problem.place?.file !== BUNDLE_NAME) return problem;
	const { place: generated, ...unplaced } = problem;
	try {
		const place = (await traceOf(bundle))(generated);
		return place === undefined ? unplaced : { ...unplaced, place };
	} catch {
		// An unreadable map loses the place, never the message.
		return unplaced;
	}
}

export async function placeResult(bundle: Bundle, result: CheckResult): Promise<CheckResult> {
	if (result.problem === undefined) return result;
	return { ...result, problem: await placeProblem(bundle, result.problem) };
}
