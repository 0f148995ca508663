/** Milliseconds that a program may leave a ping unanswered, and milliseconds between two pings. */
const SILENCE_LIMIT_MILLISECONDS = 1000;
const PING_INTERVAL_MILLISECONDS = 40;
/** Milliseconds that a program may leave its first ping unanswered, because it first loads and draws. */
const FIRST_SILENCE_LIMIT_MILLISECONDS = 2000;
/** Milliseconds by which a timer must be late to show that the machine was busy, and that the program is not to blame. */
const LATE_TIMER_MILLISECONDS = 300;

export interface PingedProgram {
	/** Returns whether the worker has loaded. Until then, its silence is not the program's fault. */
	isStarted(): boolean;
	ping(): void;
	/** Called when the program has been silent for `limit` milliseconds. */
	onSilence(limit: number): void;
}

export class SilenceWatch {
	readonly #program: PingedProgram;
	readonly #limit: number | undefined;
	#pingTimer: ReturnType<typeof setInterval> | undefined;
	#pingedAt: number | undefined;
	#checkedAt = performance.now();
	#hasAnswered = false;

	/** `limit`: milliseconds in place of the two usual limits. */
	constructor(program: PingedProgram, limit?: number) {
		this.#program = program;
		this.#limit = limit;
	}

	/** Begins with a ping, so that a program whose first turn never ends is reported exactly at the limit. */
	start(): void {
		this.#pingOrReportSilence();
		this.#pingTimer = setInterval(() => this.#pingOrReportSilence(), PING_INTERVAL_MILLISECONDS);
	}

	stop(): void {
		clearInterval(this.#pingTimer);
	}

	/** Notes that the program has answered; to be called for any message of the program. */
	noteAnswer(): void {
		this.#pingedAt = undefined;
		this.#hasAnswered = true;
	}

	#pingOrReportSilence(): void {
		if (!this.#program.isStarted()) return;
		const now = performance.now();
		const isTimerLate = now - this.#checkedAt > LATE_TIMER_MILLISECONDS;
		this.#checkedAt = now;
		if (this.#pingedAt !== undefined && isTimerLate) this.#pingedAt = now;
		if (this.#pingedAt === undefined) {
			this.#pingedAt = now;
			return this.#program.ping();
		}
		const usualLimit = this.#hasAnswered ? SILENCE_LIMIT_MILLISECONDS : FIRST_SILENCE_LIMIT_MILLISECONDS;
		const limit = this.#limit ?? usualLimit;
		if (now - this.#pingedAt >= limit) this.#program.onSilence(limit);
	}
}
