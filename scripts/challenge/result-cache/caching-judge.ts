/** A judge that remembers verdicts, and starts its process only for what it has not judged yet. */
import {
	LOST_TASK_OUTCOME,
	type ExampleOutcome,
	type Judge,
	type SceneCallResult,
	type Verdict
} from '#sandbox/judge/index.ts';
import type { Problem } from '#sandbox/report.ts';
import { runCached } from '#sandbox/result-cache.ts';

/**
 * Fraction of a check's time limit below which its verdict is kept. A longer time may come from a busy machine, and would be
 * reported again on a quiet one.
 */
const SLOW_PART_OF_LIMIT = 1 / 50;
/** Milliseconds below which a verdict is kept in any case, however low the check's limit is. */
const LEAST_SLOW_MILLISECONDS = 20;

/**
 * Remembers the verdict on the same program with the same checks and limits. Keeps no verdict that depends on time, memory or a
 * lost process, because another attempt may have another result.
 */
export function createCachingJudge(judge: Judge): Judge {
	return {
		...judge,
		judge: (input) => runCached('judge', input, () => judge.judge(input), isCacheableVerdict),
		call: (input) =>
			runCached(
				'call',
				input,
				() => judge.call(input),
				(returned) =>
					returned !== LOST_TASK_OUTCOME && (returned.kind !== 'problem' || isLastingProblem(returned.problem))
			),
		tryExamples: (input) => runCached('examples', input, () => judge.tryExamples(input), areLastingOutcomes),
		callScene: (input) => runCached('scene', input, () => judge.callScene(input), areLastingResults)
	};
}

export function isCacheableVerdict({ report, limits }: Verdict): boolean {
	if (report.load !== undefined && !isLastingProblem(report.load)) return false;
	const slowMilliseconds = Math.max(LEAST_SLOW_MILLISECONDS, limits.time * SLOW_PART_OF_LIMIT);
	return report.results.every(
		({ problem, duration }) => duration <= slowMilliseconds && (problem === undefined || isLastingProblem(problem))
	);
}

function areLastingResults(callResults: SceneCallResult[] | typeof LOST_TASK_OUTCOME): boolean {
	return (
		callResults !== LOST_TASK_OUTCOME &&
		callResults.every((one) => one.kind === 'value' || isLastingProblem(one.problem))
	);
}

function areLastingOutcomes(outcomes: ExampleOutcome[] | typeof LOST_TASK_OUTCOME): boolean {
	return (
		outcomes !== LOST_TASK_OUTCOME &&
		outcomes.every((one) => one.kind !== 'untried' && (one.kind !== 'problem' || isLastingProblem(one.problem)))
	);
}

function isLastingProblem({ kind }: Problem): boolean {
	return kind === 'assertion' || kind === 'thrown';
}
