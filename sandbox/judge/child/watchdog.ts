/** Notices when a thread has used more than its limit of processor time. */
import { threadClockOf, type ThreadClock } from '../../thread-clock.ts';

/** Milliseconds of processor time beyond the limit, in which the engine may stop by itself before its thread is ended. */
const PROCESSOR_GRACE_MILLISECONDS = 50;

export class Watchdog {
	readonly #onLate: () => void;
	#timer: NodeJS.Timeout | undefined;
	#clock: ThreadClock = () => performance.now();
	#startedAt = 0;
	#limitMilliseconds = Infinity;

	constructor(onLate: () => void) {
		this.#onLate = onLate;
	}

	/** Calls `onLate` after so many milliseconds of real time, unless `watchThread` or `stop` is called before. */
	expectStartWithin(milliseconds: number): void {
		this.#timer = setTimeout(this.#onLate, milliseconds);
	}

	/**
	 * Calls `onLate` once the thread has used so many milliseconds of processor time. `threadNumber` is its number, or null where the
	 * system does not measure threads.
	 */
	watchThread(limitMilliseconds: number, threadNumber: string | null): void {
		this.stop();
		this.#clock = threadClockOf(threadNumber);
		this.#limitMilliseconds = limitMilliseconds;
		this.#startedAt = this.#readThreadClock() ?? 0;
		this.#timer = setTimeout(() => this.#checkTimeUsed(), limitMilliseconds + PROCESSOR_GRACE_MILLISECONDS);
	}

	/**
	 * Milliseconds of processor time since `watchThread`. Once the thread has ended, the whole limit, because the thread's time
	 * cannot be measured any more.
	 */
	get workedMilliseconds(): number {
		const now = this.#readThreadClock();
		return now === undefined ? this.#limitMilliseconds : Math.min(this.#limitMilliseconds, now - this.#startedAt);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#checkTimeUsed(): void {
		const now = this.#readThreadClock();
		const remainingMilliseconds =
			now === undefined ? 0 : this.#startedAt + this.#limitMilliseconds + PROCESSOR_GRACE_MILLISECONDS - now;
		if (remainingMilliseconds <= 0) this.#onLate();
		else this.#timer = setTimeout(() => this.#checkTimeUsed(), Math.max(1, remainingMilliseconds));
	}

	#readThreadClock(): number | undefined {
		try {
			return this.#clock();
		} catch {
			return undefined;
		}
	}
}
