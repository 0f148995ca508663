/** Measures the processor time of a worker thread, so that a busy machine takes nothing from a program's limits. */
import { openSync, readFileSync, readlinkSync, readSync } from 'node:fs';

/** Milliseconds since any moment. */
export type ThreadClock = () => number;

const real: ThreadClock = () => performance.now();
const millisecondsIn = (text: string) => Number.parseInt(text, 10) / 1e6;

/** Where Linux says what this thread has worked, as seen from its whole process; null: this system does not say it. */
export function ownThread(): string | null {
	try {
		const [, , thread] = readlinkSync('/proc/thread-self').split('/');
		return thread === undefined || Number.isNaN(clockOf(thread)()) ? null : thread;
	} catch {
		return null;
	}
}

/** The clock of the thread that calls this: real time where the system does not measure threads. */
export function ownClock(): ThreadClock {
	if (ownThread() === null) return real;
	const file = openSync('/proc/thread-self/schedstat', 'r');
	const bytes = Buffer.alloc(64);
	return () => millisecondsIn(bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0)));
}

/** Of another thread of this process, by its number. Throws once that thread has ended. */
export function clockOf(thread: string | null): ThreadClock {
	if (thread === null) return real;
	return () => millisecondsIn(readFileSync(`/proc/self/task/${thread}/schedstat`, 'latin1'));
}
