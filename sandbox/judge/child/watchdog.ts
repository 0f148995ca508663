/** Notices when a thread has used more than its limit of processor time. */
import { threadClockOf, type ThreadClock } from '../thread-clock.ts';

/** Milliseconds of processor time beyond the limit, in which the engine may still stop by itself. */
const GRACE_MILLISECONDS = 50;

export class Watchdog {
	readonly #late: () => void;
	#timer: NodeJS.Timeout | undefined;
	#clock: ThreadClock = () => performance.now();
	#begun = 0;
	#within = Infinity;

	constructor(late: () => void) {
		this.#late = late;
	}

	/** Calls `late` after so many milliseconds of real time, unless `watchThread` or `stop` is called before. */
	expectStartWithin(milliseconds: number): void {
		this.#timer = setTimeout(this.#late, milliseconds);
	}

	/**
	 * Calls `late` once the thread has used so many milliseconds of processor time. `thread` is its number, or null where the
	 * system does not measure threads.
	 */
	watchThread(within: number, thread: string | null): void {
		this.stop();
		this.#clock = threadClockOf(thread);
		this.#within = within;
		this.#begun = this.#readThreadClock() ?? 0;
		this.#timer = setTimeout(() => this.#checkTimeUsed(), within + GRACE_MILLISECONDS);
	}

	/**
	 * Milliseconds of processor time since `watchThread`. The whole limit once the thread has ended, because its time cannot be measured
	 * any more.
	 */
	get worked(): number {
		const now = this.#readThreadClock();
		return now === undefined ? this.#within : Math.min(this.#within, now - this.#begun);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#checkTimeUsed(): void {
		const now = this.#readThreadClock();
		const remainingMilliseconds = now === undefined ? 0 : this.#begun + this.#within + GRACE_MILLISECONDS - now;
		if (remainingMilliseconds <= 0) this.#late();
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
