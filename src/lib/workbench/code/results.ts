/** Merges the results of checks under way with the results before them. */
import { checkPathKey, type CheckResult } from '#sandbox/report.ts';

/** Returns the newer results, and the earlier results of the checks that have not reported again yet. */
export function mergeResults(before: CheckResult[], newer: CheckResult[]): CheckResult[] {
	const reported = new Set(newer.map(({ path }) => checkPathKey(path)));
	return [...before.filter(({ path }) => !reported.has(checkPathKey(path))), ...newer];
}
