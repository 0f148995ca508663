/** Counts passed and failed tests in the reports of Vitest and Playwright. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

export interface Counts {
	passed: number;
	failed: number;
}

const Vitest = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });
const Playwright = v.object({ stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }) });

export async function vitestCounts(path: string, exitCode: number): Promise<Counts> {
	const report = v.safeParse(Vitest, await json(path));
	if (!report.success) return { passed: 0, failed: 1 };
	return settleCounts({ passed: report.output.numPassedTests, failed: report.output.numFailedTests }, exitCode);
}

export async function playwrightCounts(path: string, exitCode: number): Promise<Counts> {
	const report = v.safeParse(Playwright, await json(path));
	if (!report.success) return { passed: 0, failed: 1 };
	const { expected, unexpected, flaky } = report.output.stats;
	return settleCounts({ passed: expected, failed: unexpected + flaky }, exitCode);
}

/** Counts a failure when the run failed without a failed test, as when a file does not load, or ran no test. */
export function settleCounts({ passed, failed }: Counts, exitCode: number): Counts {
	const isWell = failed > 0 || (exitCode === 0 && passed > 0);
	return { passed, failed: isWell ? failed : 1 };
}

async function json(path: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(path, 'utf8'));
	} catch {
		return undefined;
	}
}
