/** Makes pauses in long work, in which the event loop can read requests and send answers. */

export class EventLoopPauses {
	/** Moment of the last pause, in milliseconds. */
	#lastPauseAt = performance.now();
	#nextPause: Promise<void> | undefined;

	/** Resolves after the next pause, or at once when the last pause was less than `milliseconds` ago. */
	async pauseAfter(milliseconds: number): Promise<void> {
		if (this.#nextPause === undefined && performance.now() - this.#lastPauseAt < milliseconds) return;
		await (this.#nextPause ??= this.#pause());
	}

	#pause(): Promise<void> {
		return new Promise((resolve) => {
			setImmediate(() => {
				this.#lastPauseAt = performance.now();
				this.#nextPause = undefined;
				resolve();
			});
		});
	}
}
