/** Limits what a verdict says of held-back checks, as their author decides. It never contains their code. */
import type { CheckResult } from '../report.ts';

/**
 * `example` shows the title and the first failed case, `title` only that the check failed, `nothing` only how many checks passed.
 */
export const DISCLOSURES = ['example', 'title', 'nothing'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export function discloseResult(result: CheckResult, disclosure: Disclosure): CheckResult | undefined {
	if (disclosure === 'nothing') return undefined;
	const { path, status, duration, problem } = result;
	// Leaves the console out, because a program could print the input of a held-back check.
	const resultWithoutProblem: CheckResult = { path, status, duration, console: [] };
	if (problem === undefined) return resultWithoutProblem;
	if (disclosure === 'example') return { ...resultWithoutProblem, problem: withoutHeldBackPlace(problem) };
	if (problem.kind === 'assertion')
		return { ...resultWithoutProblem, problem: { kind: 'assertion', matcher: '', message: '' } };
	if (problem.kind === 'thrown')
		return { ...resultWithoutProblem, problem: { kind: 'thrown', name: problem.name, message: '' } };
	return { ...resultWithoutProblem, problem };
}

function withoutHeldBackPlace(problem: NonNullable<CheckResult['problem']>): NonNullable<CheckResult['problem']> {
	if (!('place' in problem) || problem.place === undefined || !problem.place.file.startsWith('checks/')) return problem;
	const { place: _, ...rest } = problem;
	return rest;
}
