/** Maps places in the two bundles to places in the source files. */
import type { Bundle } from '../contract.ts';
import type { CheckResult, Problem } from '../report.ts';
import { traceIn } from '../source-map.ts';
import type { TaskOutcome } from './plan.ts';

export type PlaceProblem = (problem: Problem) => Problem;

export function createPlaceProblem(bundles: Record<'program' | 'checks', Bundle>): PlaceProblem {
	const traces = { program: traceIn(bundles.program.map), checks: traceIn(bundles.checks.map) };
	return (problem) => {
		if (!('place' in problem) || problem.place === undefined) return problem;
		const { place, ...rest } = problem;
		const side = place.file === 'braise-program.js' ? 'program' : 'checks';
		const found = traces[side](place);
		return found === undefined ? rest : { ...rest, place: found };
	};
}

export function placeOutcome(outcome: TaskOutcome, placing: PlaceProblem): TaskOutcome {
	const results = outcome.results.map((result) => placeResult(result, placing));
	const load = outcome.load && { load: { ...outcome.load, problem: placing(outcome.load.problem) } };
	return { ...outcome, results, ...load };
}

export function placeResult(result: CheckResult, placing: PlaceProblem): CheckResult {
	return result.problem === undefined ? result : { ...result, problem: placing(result.problem) };
}
