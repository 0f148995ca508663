export interface NewestValueOptions {
	pauseMilliseconds: number;
	now?: () => number;
	setTimer?: (callback: () => void, delay: number) => unknown;
}

export class NewestValueThrottle<T> {
	#waitingValue: { value: T } | undefined;
	#isScheduled = false;
	#lastPassedAt = -Infinity;
	readonly #passOn: (value: T) => void;
	readonly #pauseMilliseconds: number;
	readonly #now: () => number;
	readonly #setTimer: (callback: () => void, delay: number) => unknown;

	constructor(passOn: (value: T) => void, { pauseMilliseconds, now, setTimer }: NewestValueOptions) {
		this.#passOn = passOn;
		this.#pauseMilliseconds = pauseMilliseconds;
		this.#now = now ?? (() => performance.now());
		this.#setTimer = setTimer ?? ((callback, delay) => setTimeout(callback, delay));
	}

	/** Sets the value to pass on next, in place of a value that still waits. */
	replaceWaiting(value: T): void {
		this.#waitingValue = { value };
		this.#scheduleFlush();
	}

	flush(): void {
		if (this.#waitingValue === undefined) return;
		const { value } = this.#waitingValue;
		this.#waitingValue = undefined;
		this.#lastPassedAt = this.#now();
		this.#passOn(value);
	}

	get #remainingPause(): number {
		return Math.max(0, Math.ceil(this.#lastPassedAt + this.#pauseMilliseconds - this.#now()));
	}

	#scheduleFlush(): void {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		const flushWhenDue = (): void => {
			this.#isScheduled = false;
			// A timer that was set before the last `flush` fires too early for a value that came after that `flush`.
			if (this.#waitingValue !== undefined && this.#remainingPause > 0) this.#scheduleFlush();
			else this.flush();
		};
		this.#setTimer(flushWhenDue, this.#remainingPause);
	}
}
