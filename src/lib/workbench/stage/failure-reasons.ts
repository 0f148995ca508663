import type { Problem } from '#sandbox/report.ts';
import type { ChallengeText } from '#lib/domain/challenge.ts';
import { explainCheckFailure } from './failure-sentence.ts';

export interface JudgedCheck {
	step: string;
	check: string;
	held: boolean;
	problem?: Problem;
}

/** Returns the key of a check, with its step, because several steps may have checks of the same name. */
export const keyOfCheckInVerdict = ({ step, check, held }: JudgedCheck): string =>
	`${held ? 'held ' : ''}${step} ${check}`;

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

export interface CheckWithResult {
	id: string;
	result: { problem?: Problem } | undefined;
}

export interface FailureExplanation {
	problem: Problem;
	/** Sentence that says why the check failed; null where only the values can show that. */
	sentence: string | null;
	isRepeated: boolean;
}

export type FailureReasons = ReadonlyMap<string, FailureExplanation>;
export const NO_FAILURE_REASONS: FailureReasons = new Map();

/**
 * A problem that stops several checks is explained beside the first of them. `isLoopKnown`: an endless loop is shown
 * elsewhere or still searched for, so no check mentions it.
 */
export function failureReasonsOf(
	rows: CheckWithResult[],
	isLoopKnown: boolean,
	sentenceOf: (problem: Problem, check: string) => string | null
): Map<string, FailureExplanation> {
	const reasons = new Map<string, FailureExplanation>();
	const earlierSentences = new Set<string>();
	for (const { id, result } of rows) {
		const problem = result?.problem;
		if (problem === undefined || (isLoopKnown && problem.kind === 'time')) continue;
		const sentence = sentenceOf(problem, id);
		const isRepeated = sentence !== null && earlierSentences.has(sentence);
		if (sentence !== null) earlierSentences.add(sentence);
		if (isRepeated && problem.kind !== 'assertion') continue;
		reasons.set(id, { problem, sentence, isRepeated });
	}
	return reasons;
}

export function selectUnchangedReasons(reasons: FailureReasons, earlierReasons: FailureReasons): FailureReasons {
	const comparableTextOf = (reason: FailureExplanation | undefined) => JSON.stringify(reason);
	return new Map(
		[...reasons].filter(([id, reason]) => comparableTextOf(reason) === comparableTextOf(earlierReasons.get(id)))
	);
}
