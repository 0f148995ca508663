/** Maps places in the two bundles to places in the source files. */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { Bundle } from '../contract.ts';
import type { CheckResult, SourcePlace, Problem } from '../report.ts';
import type { TaskOutcome } from './plan.ts';

export type Placing = (problem: Problem) => Problem;

export function createPlacing(bundles: Record<'program' | 'checks', Bundle>): Placing {
	const maps = new Map<string, TraceMap>();
	const mapOf = (side: 'program' | 'checks') => {
		const found = maps.get(side) ?? new TraceMap(bundles[side].map);
		maps.set(side, found);
		return found;
	};
	return (problem) => {
		if (!('place' in problem) || problem.place === undefined) return problem;
		const { place, ...rest } = problem;
		const side = place.file === 'braise-program.js' ? 'program' : 'checks';
		const found = placeIn(mapOf(side), place);
		return found === undefined ? rest : { ...rest, place: found };
	};
}

function placeIn(map: TraceMap, { line, column }: SourcePlace): SourcePlace | undefined {
	if (line < 1 || column < 1) return undefined;
	const found = originalPositionFor(map, { line, column: column - 1 });
	return found.source === null ? undefined : { file: found.source, line: found.line, column: found.column + 1 };
}

export function placed(outcome: TaskOutcome, placing: Placing): TaskOutcome {
	const results = outcome.results.map((result) => placedResult(result, placing));
	const load = outcome.load && { load: { ...outcome.load, problem: placing(outcome.load.problem) } };
	return { ...outcome, results, ...load };
}

export function placedResult(result: CheckResult, placing: Placing): CheckResult {
	return result.problem === undefined ? result : { ...result, problem: placing(result.problem) };
}
