import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProgressReport } from '#lib/domain/progress.ts';
import { createProgressReporter } from './progress-reporter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const createProgressReport = (step: string, passed = 0): ProgressReport => ({ step, done: [], passed, checks: 3 });

function createTestReporter(status: () => number = () => 200) {
	const reports: unknown[] = [];
	const reporter = createProgressReporter({
		assignmentId: 'a',
		account: 'lou',
		fetchResponse: (_, init) => {
			reports.push(JSON.parse(String(init?.body)));
			const code = status();
			return code === 0
				? Promise.reject(new TypeError('Failed to fetch'))
				: Promise.resolve(Response.json({}, { status: code }));
		}
	});
	return { reporter, said: reports };
}

test('progress changes in quick succession are reported once; unchanged progress is not reported again', async () => {
	const { reporter, said: reports } = createTestReporter();
	reporter.reportProgress(createProgressReport('build', 1));
	reporter.reportProgress(createProgressReport('build', 2));
	await vi.advanceTimersByTimeAsync(1000);
	expect(reports).toEqual([{ format: 1, account: 'lou', ...createProgressReport('build', 2) }]);
	reporter.reportProgress(createProgressReport('build', 2));
	await vi.advanceTimersByTimeAsync(600_000);
	expect(reports).toHaveLength(1);
});

test('activity is reported at most once a minute, by sending the same progress again', async () => {
	const { reporter, said: reports } = createTestReporter();
	reporter.reportProgress(createProgressReport('build'));
	await vi.advanceTimersByTimeAsync(1000);
	for (let second = 0; second < 150; second++) {
		reporter.reportActivity();
		await vi.advanceTimersByTimeAsync(1000);
	}
	expect(reports).toHaveLength(3);
	expect(reports[2]).toEqual(reports[0]);
});

test('the latest progress is reported once the network is back', async () => {
	let code = 0;
	const { reporter, said: reports } = createTestReporter(() => code);
	reporter.reportProgress(createProgressReport('build', 1));
	await vi.advanceTimersByTimeAsync(1000);
	reporter.reportProgress(createProgressReport('build', 3));
	code = 200;
	await vi.advanceTimersByTimeAsync(20_000);
	expect(reports.at(-1)).toMatchObject({ passed: 3 });
});

test('a refused report is not repeated, and nothing is sent after the page is left', async () => {
	const { reporter, said: reports } = createTestReporter(() => 404);
	reporter.reportProgress(createProgressReport('build'));
	await vi.advanceTimersByTimeAsync(120_000);
	expect(reports).toHaveLength(1);
	reporter.reportProgress(createProgressReport('decide'));
	reporter.stop();
	await vi.advanceTimersByTimeAsync(120_000);
	expect(reports).toHaveLength(1);
});
