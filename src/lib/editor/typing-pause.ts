/** Calls back when the page is shown and idle. Returns a function that cancels the call. */
export function callWhenIdle(callback: () => void): () => void {
	if ('requestIdleCallback' in window) {
		const handle = requestIdleCallback(callback, { timeout: 2000 });
		return () => cancelIdleCallback(handle);
	}
	const handle = setTimeout(callback, 200);
	return () => clearTimeout(handle);
}

/** Milliseconds without a key that count as a pause. */
const TYPING_PAUSE_MS = 400;

export class TypingPause {
	/** Whether an input method is composing a character. */
	isComposing = false;
	/** Whether a dead key, such as `^`, waits for its letter. */
	hasDeadKey = false;
	#lastInputAt = -Infinity;
	#waitingCall: { callback: () => void; timer: number } | null = null;

	/** Records a key press as typing, because an input may follow it. */
	noteKey(): void {
		this.#lastInputAt = performance.now();
	}

	/** Records an input, so that a waiting callback waits for the next pause. */
	noteInput(): void {
		this.noteKey();
		if (this.#waitingCall) this.callInPause(this.#waitingCall.callback);
	}

	/** Calls back once, in the next pause; replaces an earlier callback. */
	callInPause(callback: () => void): void {
		this.cancel();
		const remainingMilliseconds = Math.max(0, this.#lastInputAt + TYPING_PAUSE_MS - performance.now());
		const isUnfinished = () => this.isComposing || this.hasDeadKey;
		const timer = window.setTimeout(
			() => {
				if (isUnfinished()) return this.callInPause(callback);
				this.#waitingCall = null;
				callback();
			},
			remainingMilliseconds || (isUnfinished() ? TYPING_PAUSE_MS : 0)
		);
		this.#waitingCall = { callback, timer };
	}

	cancel(): void {
		window.clearTimeout(this.#waitingCall?.timer);
		this.#waitingCall = null;
	}
}
