/** Limits what a verdict reveals of held-back checks, as their author decides; never their code. */
import type { CheckResult } from '../report.ts';

/** `example` reveals the title and the first failed case, `title` that the check failed, `nothing` only how many passed. */
export const DISCLOSURES = ['example', 'title', 'nothing'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export function discloseResult(result: CheckResult, disclosure: Disclosure): CheckResult | undefined {
	if (disclosure === 'nothing') return undefined;
	const { path, status, duration, problem } = result;
	// Omit the console: a program could print the input of a held-back check there.
	const base: CheckResult = { path, status, duration, console: [] };
	if (problem === undefined) return base;
	if (disclosure === 'example') return { ...base, problem: withoutHeldPlace(problem) };
	if (problem.kind === 'assertion') return { ...base, problem: { kind: 'assertion', matcher: '', message: '' } };
	if (problem.kind === 'thrown') return { ...base, problem: { kind: 'thrown', name: problem.name, message: '' } };
	return { ...base, problem };
}

function withoutHeldPlace(problem: NonNullable<CheckResult['problem']>): NonNullable<CheckResult['problem']> {
	if (!('place' in problem) || problem.place === undefined || !problem.place.file.startsWith('checks/')) return problem;
	const { place: _, ...rest } = problem;
	return rest;
}
