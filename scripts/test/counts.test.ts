import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPlaywrightCounts, countFailedRunAsTest, readVitestCounts } from './counts.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-counts-'));
afterAll(() => rmSync(testFolder, { recursive: true }));

function writeReportFile(value: unknown): string {
	const path = join(testFolder, 'report.json');
	writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
	return path;
}

test('passed and failed tests are counted from reports of Vitest and Playwright', async () => {
	const vitest = writeReportFile({ numPassedTests: 7, numFailedTests: 2 });
	expect(await readVitestCounts(vitest, 1)).toEqual({ passed: 7, failed: 2 });
	const playwright = writeReportFile({ stats: { expected: 5, unexpected: 1, flaky: 1 } });
	expect(await readPlaywrightCounts(playwright, 1)).toEqual({ passed: 5, failed: 2 });
});

test('a missing or cut report, or an unexplained exit code, counts as a failure', async () => {
	expect(await readVitestCounts(join(testFolder, 'nowhere.json'), 0)).toEqual({ passed: 0, failed: 1 });
	expect(await readPlaywrightCounts(writeReportFile('{"stats": {"expec'), 137)).toEqual({ passed: 0, failed: 1 });
	expect(await readVitestCounts(writeReportFile({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({
		passed: 7,
		failed: 1
	});
});

test('a run without any tests counts as failed', () => {
	expect(countFailedRunAsTest({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
});
