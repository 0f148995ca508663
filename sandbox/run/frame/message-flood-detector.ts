/** Detects a flood: more messages in a time window than any useful program sends. */
const MESSAGE_RATE_LIMIT = { messages: 3000, windowMilliseconds: 1000 };

export class MessageFloodDetector {
	#windowStart = 0;
	#receivedCount = 0;

	countMessageAndDetectFlood(): boolean {
		const now = performance.now();
		if (now - this.#windowStart > MESSAGE_RATE_LIMIT.windowMilliseconds) {
			this.#windowStart = now;
			this.#receivedCount = 0;
		}
		this.#receivedCount += 1;
		return this.#receivedCount > MESSAGE_RATE_LIMIT.messages;
	}
}
