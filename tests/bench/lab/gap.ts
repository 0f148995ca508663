export class EventLoopGapWatch {
	#longestGap = 0;
	#lastTurn = performance.now();
	#isOver = false;
	readonly #channel = new MessageChannel();

	constructor() {
		this.#channel.port1.onmessage = () => {
			const now = performance.now();
			this.#longestGap = Math.max(this.#longestGap, now - this.#lastTurn);
			this.#lastTurn = now;
			// Waits a moment, so that the measurement does not keep the page busy.
			if (!this.#isOver) setTimeout(() => this.#channel.port2.postMessage(null), 1);
		};
		this.#channel.port2.postMessage(null);
	}

	endAndReadLongestGap(): number {
		this.#isOver = true;
		this.#channel.port1.close();
		return this.#longestGap;
	}
}
