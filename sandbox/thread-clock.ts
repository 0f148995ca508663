import { openSync, readFileSync, readlinkSync, readSync } from 'node:fs';

/** Returns milliseconds of which only differences mean something: of a thread's processor time, or of real time. */
export type ThreadClock = () => number;

const realTimeClock: ThreadClock = () => performance.now();
const parseThreadMilliseconds = (text: string) => Number.parseInt(text, 10) / 1e6;

/** Returns the number of this thread under Linux, or null where the system does not measure threads. */
export function ownThreadNumber(): string | null {
	try {
		const [, , threadNumber] = readlinkSync('/proc/thread-self').split('/');
		return threadNumber === undefined || Number.isNaN(threadClockOf(threadNumber)()) ? null : threadNumber;
	} catch {
		return null;
	}
}

/** Counts real time where the system does not measure threads. */
export function ownThreadClock(): ThreadClock {
	if (ownThreadNumber() === null) return realTimeClock;
	const fileDescriptor = openSync('/proc/thread-self/schedstat', 'r');
	const bytes = Buffer.alloc(64);
	return () =>
		parseThreadMilliseconds(bytes.toString('latin1', 0, readSync(fileDescriptor, bytes, 0, bytes.length, 0)));
}

/** Returns the clock of another thread of this process. The clock throws once that thread has ended. */
export function threadClockOf(threadNumber: string | null): ThreadClock {
	if (threadNumber === null) return realTimeClock;
	return () => parseThreadMilliseconds(readFileSync(`/proc/self/task/${threadNumber}/schedstat`, 'latin1'));
}
