/** Waits for a moment in which nobody types and no sign is half typed. */

/** Milliseconds without typing. */
const PAUSE_MS = 400;

export class TypingPause {
	/** An input method is composing a sign. */
	isComposing = false;
	/** A dead key, such as `^`, waits for its letter. */
	hasDeadKey = false;
	#lastInputAt = -Infinity;
	#waiting: { callback: () => void; timer: number } | null = null;

	/** Notes a key, which may still bring an input. */
	noteKey(): void {
		this.#lastInputAt = performance.now();
	}

	/** Notes an input; what waits for a pause waits again. */
	noteInput(): void {
		this.noteKey();
		if (this.#waiting) this.callAfter(this.#waiting.callback);
	}

	/** Calls back once, in the next pause, in place of an earlier callback. */
	callAfter(callback: () => void): void {
		this.cancel();
		const left = Math.max(0, this.#lastInputAt + PAUSE_MS - performance.now());
		const isUnfinished = () => this.isComposing || this.hasDeadKey;
		const timer = window.setTimeout(
			() => {
				if (isUnfinished()) this.callAfter(callback);
				else callback();
			},
			left || (isUnfinished() ? PAUSE_MS : 0)
		);
		this.#waiting = { callback, timer };
	}

	cancel(): void {
		window.clearTimeout(this.#waiting?.timer);
	}
}
