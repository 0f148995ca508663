/** Timeouts in a thread's processor time, so that a compile has the same limit on a busy machine. */
import { threadClockOf } from '../../thread-clock.ts';

/** Milliseconds of real time between two readings of the processor time. */
const CLOCK_READING_INTERVAL_MILLISECONDS = 50;
/** Milliseconds of real time after which the callback runs in any case. */
const LONGEST_TIMER_WAIT_MILLISECONDS = 60_000;

/**
 * Calls back once the thread has used so many milliseconds of processor time. Returns a function that cancels the timer. A
 * `threadNumber` of null, where the system does not measure threads, stands for all threads of this process.
 */
export function startProcessorTimer(
	{ milliseconds, threadNumber }: { milliseconds: number; threadNumber: string | null },
	callback: () => void
): () => void {
	const startTime = performance.now();
	const readWorkedMilliseconds = threadNumber === null ? startProcessTimeReader() : startThreadTimeReader(threadNumber);
	const timer = setInterval(() => {
		if (readWorkedMilliseconds() < milliseconds && performance.now() - startTime < LONGEST_TIMER_WAIT_MILLISECONDS)
			return;
		clearInterval(timer);
		callback();
	}, CLOCK_READING_INTERVAL_MILLISECONDS);
	return () => clearInterval(timer);
}

function startProcessTimeReader(): () => number {
	const usageBefore = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(usageBefore);
		return (user + system) / 1000;
	};
}

function startThreadTimeReader(threadNumber: string): () => number {
	const readClock = threadClockOf(threadNumber);
	const readThreadMillisecondsSince = (since: number): number => {
		try {
			return readClock() - since;
		} catch {
			// The thread has ended. Its owner learns that by other means, and must not call the sources too large.
			return 0;
		}
	};
	const millisecondsBefore = readThreadMillisecondsSince(0);
	return () => readThreadMillisecondsSince(millisecondsBefore);
}
