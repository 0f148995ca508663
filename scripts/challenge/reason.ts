/** Says what went wrong, for the author of a challenge. */
import type { Problem } from '../../sandbox/report.ts';
import { reasonOf } from '../judge/say.ts';

/** The limit itself is left out: it is the command's own, not the challenge's. */
export function reasonForAuthor(problem: Problem): string {
	return problem.kind === 'time' ? 'it does not end within the limit' : reasonOf(problem);
}
