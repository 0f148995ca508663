/** Pings the frame while a program runs in it, and reports a frame that does not answer. */
const PING_MILLISECONDS = 500;
const SILENCE_MILLISECONDS = 2500;

export class Heartbeat {
	#timer: number | undefined;
	#asked: number | undefined;
	#last = 0;
	readonly #ask: () => void;
	readonly #silent: (limit: number) => void;

	constructor(ask: () => void, silent: (limit: number) => void) {
		this.#ask = ask;
		this.#silent = silent;
	}

	start(): void {
		if (this.#timer !== undefined) return;
		this.#asked = undefined;
		this.#last = performance.now();
		this.#timer = window.setInterval(() => this.#pingOrReportSilence(), PING_MILLISECONDS);
	}

	stop(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
	}

	get silence(): number {
		return this.#asked === undefined ? 0 : performance.now() - this.#asked;
	}

	noteAnswer(): void {
		this.#asked = undefined;
	}

	#pingOrReportSilence(): void {
		const now = performance.now();
		// When this page itself was paused, the frame's silence does not count.
		if (now - this.#last > PING_MILLISECONDS * 3 || document.hidden) this.#asked = undefined;
		this.#last = now;
		if (this.#asked !== undefined && now - this.#asked > SILENCE_MILLISECONDS) {
			this.stop();
			return this.#silent(SILENCE_MILLISECONDS);
		}
		this.#asked ??= now;
		this.#ask();
	}
}
