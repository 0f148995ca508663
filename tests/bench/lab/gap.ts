/** Measures the longest time between two turns of a page's event loop. */
export class LongestGapWatch {
	#longest = 0;
	#last = performance.now();
	#over = false;
	readonly #channel = new MessageChannel();

	constructor() {
		this.#channel.port1.onmessage = () => {
			const now = performance.now();
			this.#longest = Math.max(this.#longest, now - this.#last);
			this.#last = now;
			// Waits a moment, so that the measurement does not keep the page busy.
			if (!this.#over) setTimeout(() => this.#channel.port2.postMessage(null), 1);
		};
		this.#channel.port2.postMessage(null);
	}

	end(): number {
		this.#over = true;
		this.#channel.port1.close();
		return this.#longest;
	}
}
