/** Merges the first results of a new run of the checks with the results of the run before. */
import { checkPathKey, type CheckResult } from '#sandbox/report.ts';

/** Returns the newer results, and the earlier results of the checks that have not reported again yet. */
export function mergeCheckResults(earlierResults: CheckResult[], newerResults: CheckResult[]): CheckResult[] {
	const reportedKeys = new Set(newerResults.map(({ path }) => checkPathKey(path)));
	return [...earlierResults.filter(({ path }) => !reportedKeys.has(checkPathKey(path))), ...newerResults];
}
