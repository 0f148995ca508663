import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

export interface TestCounts {
	passed: number;
	failed: number;
}

const vitestReportSchema = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });
const playwrightReportSchema = v.object({
	stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() })
});

export async function readVitestCounts(path: string, exitCode: number): Promise<TestCounts> {
	const report = v.safeParse(vitestReportSchema, await readJson(path));
	if (!report.success) return { passed: 0, failed: 1 };
	return countFailedRunAsTest({ passed: report.output.numPassedTests, failed: report.output.numFailedTests }, exitCode);
}

export async function readPlaywrightCounts(path: string, exitCode: number): Promise<TestCounts> {
	const report = v.safeParse(playwrightReportSchema, await readJson(path));
	if (!report.success) return { passed: 0, failed: 1 };
	const { expected, unexpected, flaky } = report.output.stats;
	return countFailedRunAsTest({ passed: expected, failed: unexpected + flaky }, exitCode);
}

/** Counts a failure when the run failed although no test did (a file may not load), or when no test ran. */
export function countFailedRunAsTest({ passed, failed }: TestCounts, exitCode: number): TestCounts {
	const isWell = failed > 0 || (exitCode === 0 && passed > 0);
	return { passed, failed: isWell ? failed : 1 };
}

async function readJson(path: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(path, 'utf8'));
	} catch {
		return undefined;
	}
}
