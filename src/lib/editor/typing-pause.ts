/** Calls back when the page is shown and idle. Returns a function that cancels the call. */
export function callWhenIdle(callback: () => void): () => void {
	if ('requestIdleCallback' in window) {
		const handle = requestIdleCallback(callback, { timeout: 2000 });
		return () => cancelIdleCallback(handle);
	}
	const handle = setTimeout(callback, 200);
	return () => clearTimeout(handle);
}

const TYPING_PAUSE_MS = 400;

export class TypingPause {
	isComposing = false;
	/** Whether a dead key, such as `^`, waits for its letter. */
	hasDeadKey = false;
	#lastInputAt = -Infinity;
	#waitingCall: { callback: () => void; timer: number } | null = null;

	noteKey(): void {
		this.#lastInputAt = performance.now();
	}

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
