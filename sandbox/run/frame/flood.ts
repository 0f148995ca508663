/** Detects floods: more messages in a number of milliseconds than any useful program sends. */
const FLOOD_LIMIT = { messages: 3000, windowMilliseconds: 1000 };

export class MessageFloodDetector {
	#window = 0;
	#received = 0;

	countAndTestFlood(): boolean {
		const now = performance.now();
		if (now - this.#window > FLOOD_LIMIT.windowMilliseconds) {
			this.#window = now;
			this.#received = 0;
		}
		this.#received += 1;
		return this.#received > FLOOD_LIMIT.messages;
	}
}
