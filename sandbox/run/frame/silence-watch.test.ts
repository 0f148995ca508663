import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SilenceWatch } from './silence-watch.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watchSilentProgram(limit?: number): { watch: SilenceWatch; reportedLimits: number[] } {
	const reportedLimits: number[] = [];
	const program = {
		isStarted: () => true,
		ping: () => undefined,
		onSilence: (reportedLimit: number) => {
			reportedLimits.push(reportedLimit);
			watch.stop();
		}
	};
	const watch = new SilenceWatch(program, limit);
	watch.start();
	return { watch, reportedLimits };
}

test('a program that never answers is reported after two seconds', () => {
	const { reportedLimits } = watchSilentProgram();
	vi.advanceTimersByTime(1950);
	expect(reportedLimits).toEqual([]);
	vi.advanceTimersByTime(100);
	expect(reportedLimits).toEqual([2000]);
});

test('a program that has answered once is reported after one second of silence', () => {
	const { watch, reportedLimits } = watchSilentProgram();
	watch.noteAnswer();
	vi.advanceTimersByTime(1100);
	expect(reportedLimits).toEqual([1000]);
});

test('a limit of the run replaces both usual limits', () => {
	const { watch, reportedLimits } = watchSilentProgram(5000);
	watch.noteAnswer();
	vi.advanceTimersByTime(4900);
	expect(reportedLimits).toEqual([]);
	vi.advanceTimersByTime(200);
	expect(reportedLimits).toEqual([5000]);
});
