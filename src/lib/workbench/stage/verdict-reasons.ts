/** Explains why checks of a verdict failed, in the author's sentences where there are some. */
import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Problem } from '#sandbox/report.ts';
import { explainCheckFailure } from './failure-sentence.ts';
import { failureReasonsOf, type FailureExplanation } from './failure-reasons.ts';

export interface JudgedCheck {
	step: string;
	check: string;
	held: boolean;
	problem?: Problem;
}

/** Returns the key of a check, with its step, because several steps may have checks of the same name. */
export const keyOfCheckInVerdict = ({ step, check, held }: JudgedCheck): string =>
	`${held ? 'held ' : ''}${step} ${check}`;

/** Returns the reasons of the failed checks, by `keyOfCheckInVerdict`. */
export function verdictFailureReasonsOf(
	checks: JudgedCheck[],
	text: Pick<ChallengeText, 'failures'>
): Map<string, FailureExplanation> {
	const checkByKey = new Map(checks.map((each) => [keyOfCheckInVerdict(each), each]));
	const rows = [...checkByKey].map(([id, result]) => ({ id, result }));
	return failureReasonsOf(rows, false, (problem, key) =>
		explainCheckFailure(problem, checkByKey.get(key)?.check ?? '', text.failures ?? {})
	);
}
