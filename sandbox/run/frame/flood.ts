/** More messages than this in one window of time come from no program that shows something: it is ended. */
const FLOOD = { messages: 3000, window: 1000 };

export class Flood {
	#window = 0;
	#received = 0;

	/** Counts one more. */
	isTooMuch(): boolean {
		const now = performance.now();
		if (now - this.#window > FLOOD.window) {
			this.#window = now;
			this.#received = 0;
		}
		this.#received += 1;
		return this.#received > FLOOD.messages;
	}
}
