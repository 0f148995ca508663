const PING_INTERVAL_MILLISECONDS = 500;
const SILENCE_LIMIT_MILLISECONDS = 2500;

export class Heartbeat {
	#timer: number | undefined;
	#askedAt: number | undefined;
	#lastTickAt = 0;
	readonly #sendPing: () => void;
	readonly #onSilence: (limit: number) => void;

	constructor(ask: () => void, silent: (limit: number) => void) {
		this.#sendPing = ask;
		this.#onSilence = silent;
	}

	start(): void {
		if (this.#timer !== undefined) return;
		this.#askedAt = undefined;
		this.#lastTickAt = performance.now();
		this.#timer = window.setInterval(() => this.#pingOrReportSilence(), PING_INTERVAL_MILLISECONDS);
	}

	stop(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
	}

	get silence(): number {
		return this.#askedAt === undefined ? 0 : performance.now() - this.#askedAt;
	}

	noteAnswer(): void {
		this.#askedAt = undefined;
	}

	#pingOrReportSilence(): void {
		const now = performance.now();
		// Silence does not count after the browser suspended the document that sends the pings, or while nobody sees it.
		if (now - this.#lastTickAt > PING_INTERVAL_MILLISECONDS * 3 || document.hidden) this.#askedAt = undefined;
		this.#lastTickAt = now;
		if (this.#askedAt !== undefined && now - this.#askedAt > SILENCE_LIMIT_MILLISECONDS) {
			this.stop();
			return this.#onSilence(SILENCE_LIMIT_MILLISECONDS);
		}
		this.#askedAt ??= now;
		this.#sendPing();
	}
}
