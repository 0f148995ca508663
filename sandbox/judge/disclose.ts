/** What a verdict says of held-back checks is their author's to decide. Their code is nowhere in it. */
import type { CheckResult } from '../report.ts';

/** `example`: the title, and the first case that failed. `title`: that it failed. `nothing`: only how many passed. */
export const DISCLOSURES = ['example', 'title', 'nothing'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export function disclosed(result: CheckResult, disclosure: Disclosure): CheckResult | undefined {
	if (disclosure === 'nothing') return undefined;
	const { path, status, duration, problem } = result;
	// What a program writes to its console would tell what it was given.
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
