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
const SLOW_CHECK_LIMIT_FRACTION = 1 / 50;
/** Milliseconds below which a verdict is kept in any case, however low the check's limit is. */
const LEAST_SLOWNESS_LIMIT_MILLISECONDS = 20;

/**
 * Remembers the verdict on the same program with the same checks and limits. Keeps no verdict that depends on time, memory or a
 * lost process, because another attempt may have another result.
 */
export function createCachingJudge(judge: Judge): Judge {
	return {
		...judge,
		judge: (input) => runCached('judge', input, () => judge.judge(input), isCacheableVerdict),
		callFunction: (input) =>
			runCached(
				'call',
				input,
				() => judge.callFunction(input),
				(returned) =>
					returned !== LOST_TASK_OUTCOME && (returned.kind !== 'problem' || isCacheableProblem(returned.problem))
			),
		tryExamples: (input) => runCached('examples', input, () => judge.tryExamples(input), areCacheableOutcomes),
		callScene: (input) => runCached('scene', input, () => judge.callScene(input), areCacheableResults)
	};
}

export function isCacheableVerdict({ report, limits }: Verdict): boolean {
	if (report.load !== undefined && !isCacheableProblem(report.load)) return false;
	const slowMilliseconds = Math.max(LEAST_SLOWNESS_LIMIT_MILLISECONDS, limits.time * SLOW_CHECK_LIMIT_FRACTION);
	return report.results.every(
		({ problem, duration }) => duration <= slowMilliseconds && (problem === undefined || isCacheableProblem(problem))
	);
}

function areCacheableResults(callResults: SceneCallResult[] | typeof LOST_TASK_OUTCOME): boolean {
	return (
		callResults !== LOST_TASK_OUTCOME &&
		callResults.every((one) => one.kind === 'value' || isCacheableProblem(one.problem))
	);
}

function areCacheableOutcomes(outcomes: ExampleOutcome[] | typeof LOST_TASK_OUTCOME): boolean {
	return (
		outcomes !== LOST_TASK_OUTCOME &&
		outcomes.every((one) => one.kind !== 'untried' && (one.kind !== 'problem' || isCacheableProblem(one.problem)))
	);
}

function isCacheableProblem({ kind }: Problem): boolean {
	return kind === 'assertion' || kind === 'thrown';
}
