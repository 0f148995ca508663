/** Detects a flood: more messages per window of milliseconds than any useful program sends. */
const FLOOD = { messages: 3000, window: 1000 };

export class Flood {
	#window = 0;
	#received = 0;

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
