/** Joins the results of checks that still run with those from before. */
import { pathKey, type CheckResult } from '#sandbox/report.ts';

/** Returns the newer results, and the earlier results of checks that have not reported again. */
export function mergeResults(before: CheckResult[], newer: CheckResult[]): CheckResult[] {
	const reported = new Set(newer.map(({ path }) => pathKey(path)));
	return [...before.filter(({ path }) => !reported.has(pathKey(path))), ...newer];
}
