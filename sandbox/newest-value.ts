/** Passes on the newest of many values: the first one soon, and later ones after a pause. */

export interface NewestValueOptions {
	/** Milliseconds between two values that are passed on. */
	pause: number;
	now?: () => number;
	later?: (callback: () => void, delay: number) => unknown;
}

export class NewestValue<T> {
	#waiting: { value: T } | undefined;
	#isScheduled = false;
	#last = -Infinity;
	readonly #pass: (value: T) => void;
	readonly #pause: number;
	readonly #now: () => number;
	readonly #later: (callback: () => void, delay: number) => unknown;

	constructor(pass: (value: T) => void, { pause, now, later }: NewestValueOptions) {
		this.#pass = pass;
		this.#pause = pause;
		this.#now = now ?? (() => performance.now());
		this.#later = later ?? ((callback, delay) => setTimeout(callback, delay));
	}

	/** Takes a value in place of one that still waits. */
	replaceWaiting(value: T): void {
		this.#waiting = { value };
		this.#scheduleFlush();
	}

	/** Passes on the value that waits at once. */
	flush(): void {
		if (this.#waiting === undefined) return;
		const { value } = this.#waiting;
		this.#waiting = undefined;
		this.#last = this.#now();
		this.#pass(value);
	}

	get #remainingPause(): number {
		return Math.max(0, Math.ceil(this.#last + this.#pause - this.#now()));
	}

	#scheduleFlush(): void {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		const act = (): void => {
			this.#isScheduled = false;
			// A timer that was set before the last `flush` comes too early for the value after it.
			if (this.#waiting !== undefined && this.#remainingPause > 0) this.#scheduleFlush();
			else this.flush();
		};
		this.#later(act, this.#remainingPause);
	}
}
