/** Detects a thread that has used more than its limit of processor time. */
import { threadClockOf, type ThreadClock } from '../thread-clock.ts';

/** Milliseconds of processor time that the engine has to stop by itself. */
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

	/** Calls `late` unless `watch` or `stop` is called within so many milliseconds of real time. */
	expectWithin(milliseconds: number): void {
		this.#timer = setTimeout(this.#late, milliseconds);
	}

	/**
	 * Allows the thread so many milliseconds of processor time. `thread` is its number, or null where the system does not measure
	 * threads.
	 */
	watch(within: number, thread: string | null): void {
		this.stop();
		this.#clock = threadClockOf(thread);
		this.#within = within;
		this.#begun = this.#now() ?? 0;
		this.#timer = setTimeout(() => this.#look(), within + GRACE_MILLISECONDS);
	}

	/** Processor time in milliseconds since `watch`, or the whole limit once the thread has ended, since it cannot be measured any more. */
	get worked(): number {
		const now = this.#now();
		return now === undefined ? this.#within : Math.min(this.#within, now - this.#begun);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#look(): void {
		const now = this.#now();
		const left = now === undefined ? 0 : this.#begun + this.#within + GRACE_MILLISECONDS - now;
		if (left <= 0) this.#late();
		else this.#timer = setTimeout(() => this.#look(), Math.max(1, left));
	}

	#now(): number | undefined {
		try {
			return this.#clock();
		} catch {
			return undefined;
		}
	}
}
