import type { Bundle } from '../contract.ts';
import type { CheckResult, Problem } from '../report.ts';
import { createSourceMapReader } from '../source-map.ts';
import type { TaskOutcome } from './task-messages.ts';

export type ProblemLocator = (problem: Problem) => Problem;

export function createProblemLocator(bundles: Record<'program' | 'checks', Bundle>): ProblemLocator {
	const readerBySide = {
		program: createSourceMapReader(bundles.program.map),
		checks: createSourceMapReader(bundles.checks.map)
	};
	return (problem) => {
		if (!('place' in problem) || problem.place === undefined) return problem;
		const { place, ...rest } = problem;
		const side = place.file === 'braise-program.js' ? 'program' : 'checks';
		const sourcePlace = readerBySide[side](place);
		return sourcePlace === undefined ? rest : { ...rest, place: sourcePlace };
	};
}

export function locateOutcome(outcome: TaskOutcome, locateProblem: ProblemLocator): TaskOutcome {
	const results = outcome.results.map((result) => locateResultProblem(result, locateProblem));
	const { loadProblem } = outcome;
	if (loadProblem === undefined) return { ...outcome, results };
	return { ...outcome, results, loadProblem: { ...loadProblem, problem: locateProblem(loadProblem.problem) } };
}

export function locateResultProblem(result: CheckResult, locateProblem: ProblemLocator): CheckResult {
	return result.problem === undefined ? result : { ...result, problem: locateProblem(result.problem) };
}
