/** How long the page ever stood still: the longest time between two turns of its event loop. */
export class GapWatch {
	#longest = 0;
	#last = performance.now();
	#over = false;
	readonly #channel = new MessageChannel();

	constructor() {
		this.#channel.port1.onmessage = () => {
			const now = performance.now();
			this.#longest = Math.max(this.#longest, now - this.#last);
			this.#last = now;
			// Asked again only now and then: the watch must not be what keeps the page busy.
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
