/** Gives the reasons of the checks that a verdict failed, in the author's sentences where there are some. */
import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Problem } from '#sandbox/report.ts';
import { explainFailure } from './failure-sentence.ts';
import { reasonsOf, type FailureExplanation } from './reasons.ts';

export interface JudgedCheck {
	step: string;
	check: string;
	held: boolean;
	problem?: Problem;
}

/** Returns the key of a check; several steps may have one of the same name. */
export const judgedCheckKey = ({ step, check, held }: JudgedCheck): string => `${held ? 'held ' : ''}${step} ${check}`;

/** Returns the reasons by the checks' keys. */
export function verdictReasons(
	checks: JudgedCheck[],
	text: Pick<ChallengeText, 'failures'>
): Map<string, FailureExplanation> {
	const byKey = new Map(checks.map((each) => [judgedCheckKey(each), each]));
	const rows = [...byKey].map(([id, result]) => ({ id, result }));
	return reasonsOf(rows, false, (problem, key) =>
		explainFailure(problem, byKey.get(key)?.check ?? '', text.failures ?? {})
	);
}
