const SHORTEST_RETRY_WAIT_MS = 2000;
export const LONGEST_RETRY_WAIT_MS = 120_000;

export const computeRetryWaitLimitMs = (failures: number): number =>
	Math.min(LONGEST_RETRY_WAIT_MS, SHORTEST_RETRY_WAIT_MS * 2 ** (failures - 1));

/** Milliseconds between sends of one work; step changes and leaving the page send at once. */
const EDIT_SEND_GAP_MS = 30_000;
/** Milliseconds from the first edit in a while to its sending, so that a single change soon reaches the server. */
const EDIT_SEND_DELAY_MS = 4000;
/** Milliseconds between sends of a work in which only the project's store has changed. Leaving the page sends at once. */
const STORE_SEND_GAP_MS = 600_000;
/** Milliseconds from the first change of only the project's store to its sending. */
const STORE_SEND_DELAY_MS = 60_000;

export interface SendScheduleOptions {
	/** Returns milliseconds of a clock that never goes back. */
	now: () => number;
	random: () => number;
	ondue: () => void;
}

export class SendSchedule {
	readonly #options: SendScheduleOptions;
	readonly #dueTimeByWork = new Map<string, number>();
	readonly #lastSentTimeByWork = new Map<string, number>();
	#failureCount = 0;
	/** Moment before which nothing is sent, after a failure. */
	#pausedUntil = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isStopped = false;

	constructor(options: SendScheduleOptions) {
		this.#options = options;
	}

	listDueWorks(): string[] {
		const now = this.#options.now();
		return [...this.#dueTimeByWork].filter(([, at]) => at <= now).map(([work]) => work);
	}

	isWorkDue(work: string): boolean {
		return this.#dueTimeByWork.has(work);
	}

	isPaused(): boolean {
		return this.#options.now() < this.#pausedUntil;
	}

	makeWorkDue(work: string): void {
		this.#dueTimeByWork.set(work, 0);
	}

	/**
	 * Plans when a changed work is sent. `isUrgent`: at once. `changesOnlyStore`: later, because only the project's store has
	 * changed.
	 */
	planChangedWork(
		work: string,
		{ isUrgent, changesOnlyStore }: { isUrgent: boolean; changesOnlyStore: boolean }
	): void {
		const now = this.#options.now();
		const [delay, gap] = changesOnlyStore
			? [STORE_SEND_DELAY_MS, STORE_SEND_GAP_MS]
			: [EDIT_SEND_DELAY_MS, EDIT_SEND_GAP_MS];
		const lastSent = this.#lastSentTimeByWork.get(work) ?? -Infinity;
		const at = isUrgent ? now : Math.max(now + delay, lastSent + gap);
		this.#dueTimeByWork.set(work, Math.min(this.#dueTimeByWork.get(work) ?? Infinity, at));
		this.setTimer();
	}

	noteSendAttempt(work: string): void {
		this.#dueTimeByWork.delete(work);
	}

	noteWorkSent(work: string): void {
		this.#lastSentTimeByWork.set(work, this.#options.now());
	}

	noteSendSuccess(): void {
		this.#failureCount = 0;
	}

	pause(milliseconds: number): void {
		this.#pausedUntil = this.#options.now() + milliseconds;
	}

	pauseAfterFailure(work: string): void {
		this.#failureCount++;
		this.pause(computeRetryWaitLimitMs(this.#failureCount) * (0.5 + this.#options.random() / 2));
		this.#dueTimeByWork.set(work, this.#options.now());
	}

	pauseAsServerAsked(work: string, seconds = LONGEST_RETRY_WAIT_MS / 1000): void {
		this.pause(seconds * 1000 * (1 + this.#options.random() / 2));
		this.#dueTimeByWork.set(work, this.#options.now());
	}

	endPause(): void {
		this.#pausedUntil = 0;
	}

	setTimer(): void {
		clearTimeout(this.#timer);
		if (this.#isStopped || this.#dueTimeByWork.size === 0) return;
		const at = Math.max(this.#pausedUntil, Math.min(...this.#dueTimeByWork.values()));
		this.#timer = setTimeout(this.#options.ondue, Math.max(0, at - this.#options.now()));
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#timer);
	}
}
