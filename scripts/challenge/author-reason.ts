/** Describes problems for the author of a challenge. */
import type { Problem } from '#sandbox/report.ts';
import { describeProblemReason } from '../judge/describe-verdict.ts';

/** Describes a problem. Leaves out the length of a time limit, because the command sets that limit, not the challenge. */
export function describeProblemForAuthor(problem: Problem): string {
	return problem.kind === 'time' ? 'it does not end within the limit' : describeProblemReason(problem);
}
