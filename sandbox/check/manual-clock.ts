import { appendTamperProof, apply, OriginalError, OriginalPromise, OriginalTypeError } from './intrinsics.ts';

interface FakeTimer {
	id: number;
	dueAt: number;
	interval: number | undefined;
	callback: (...values: unknown[]) => unknown;
	callbackArguments: unknown[];
}

/** The ids of fake timers begin above this number and above the ids of the realm's own timers, so that nothing confuses them. */
const FAKE_TIMER_ID_BASE = 1_000_000_000;
const MAX_WAITING_TIMERS = 10_000;
const MAX_DELAY_MILLISECONDS = 2_147_483_647;
const { floor, max } = Math;
const parseInteger = Number.parseInt;
const { isFinite: isFiniteNumber } = Number;

export class ManualClock {
	elapsedMilliseconds = 0;
	readonly #beginning: number;
	#dateShift = 0;
	#fractionLeft = 0;
	#timers: FakeTimer[] = [];
	#createdTimerCount = 0;
	#isFiringTimers = false;
	readonly #callWhenIdle: (callback: () => void) => void;
	readonly #loopLimit: number;

	constructor(beginning: number, loopLimit: number, callWhenIdle: (callback: () => void) => void) {
		this.#beginning = floor(beginning);
		this.#loopLimit = loopLimit;
		this.#callWhenIdle = callWhenIdle;
	}

	get now(): number {
		return this.#beginning + this.#dateShift + this.elapsedMilliseconds;
	}

	/** Changes the date only; waiting timers keep their remaining time. */
	set now(moment: number) {
		this.#dateShift += moment - this.now;
	}

	get waitingCount(): number {
		return this.#timers.length;
	}

	setTimer(callback: unknown, delay: unknown, values: unknown[], repeats: boolean): number {
		if (typeof callback !== 'function') throw new OriginalTypeError('a timer expects a function');
		if (this.#timers.length >= MAX_WAITING_TIMERS) throw new OriginalError('too many timers');
		const wait = timerDelayOf(delay);
		this.#createdTimerCount += 1;
		appendTamperProof(this.#timers, {
			id: FAKE_TIMER_ID_BASE + this.#createdTimerCount,
			dueAt: this.elapsedMilliseconds + (wait === 0 && this.#isFiringTimers ? 1 : wait),
			interval: repeats ? max(1, wait) : undefined,
			callback: callback as FakeTimer['callback'],
			callbackArguments: values
		});
		return FAKE_TIMER_ID_BASE + this.#createdTimerCount;
	}

	removeTimer(id: unknown): void {
		const remainingTimers: FakeTimer[] = [];
		for (let index = 0; index < this.#timers.length; index++) {
			const timer = this.#timers[index] as FakeTimer;
			if (timer.id !== id) appendTamperProof(remainingTimers, timer);
		}
		this.#timers = remainingTimers;
	}

	reset(): void {
		this.#timers = [];
		this.elapsedMilliseconds = this.#dateShift = this.#fractionLeft = 0;
	}

	/** A timer that throws does not stop the others; the first error is rethrown at the end. */
	advance(milliseconds: number): void {
		const endTime = this.#endTimeAfter(milliseconds);
		let failure: { error: unknown } | undefined;
		this.#isFiringTimers = true;
		for (let timer = this.#nextTimer(endTime); timer !== undefined; timer = this.#nextTimer(endTime)) {
			const thrownError = this.#fireTimer(timer);
			failure ??= thrownError;
		}
		this.#endAdvance(endTime, failure);
	}

	async advanceAsync(milliseconds: number): Promise<void> {
		await this.#waitUntilIdle();
		const endTime = this.#endTimeAfter(milliseconds);
		let failure: { error: unknown } | undefined;
		this.#isFiringTimers = true;
		for (let timer = this.#nextTimer(endTime); timer !== undefined; timer = this.#nextTimer(endTime)) {
			const thrownError = this.#fireTimer(timer);
			failure ??= thrownError;
			await this.#waitUntilIdle();
		}
		this.#endAdvance(endTime, failure);
	}

	advanceToNext(): void {
		this.#fireNextTimer();
		this.advance(0);
	}

	async advanceToNextAsync(): Promise<void> {
		await this.#waitUntilIdle();
		this.#fireNextTimer();
		await this.#waitUntilIdle();
		this.advance(0);
	}

	runAll(): void {
		for (let firedCount = 0; firedCount < this.#loopLimit; firedCount++) {
			if (this.#timers.length === 0) return;
			this.#fireNextTimer();
		}
		throw this.#createEndlessError();
	}

	async runAllAsync(): Promise<void> {
		for (let firedCount = 0; firedCount < this.#loopLimit; firedCount++) {
			await this.#waitUntilIdle();
			if (this.#timers.length === 0) return;
			this.#fireNextTimer();
		}
		throw this.#createEndlessError();
	}

	runPending(): void {
		this.advance(this.#timeUntilLastTimer());
	}

	async runPendingAsync(): Promise<void> {
		await this.#waitUntilIdle();
		await this.advanceAsync(this.#timeUntilLastTimer());
	}

	#fireNextTimer(): void {
		const timer = this.#nextTimer(Infinity);
		if (timer === undefined) return;
		this.#isFiringTimers = true;
		const failure = this.#fireTimer(timer);
		this.#isFiringTimers = false;
		if (failure !== undefined) throw failure.error;
	}

	#fireTimer(timer: FakeTimer): { error: unknown } | undefined {
		this.elapsedMilliseconds = max(this.elapsedMilliseconds, timer.dueAt);
		if (timer.interval === undefined) this.removeTimer(timer.id);
		else timer.dueAt += timer.interval;
		try {
			apply(timer.callback, undefined, timer.callbackArguments);
			return undefined;
		} catch (error) {
			return { error };
		}
	}

	#endTimeAfter(milliseconds: number): number {
		if (!(milliseconds >= 0)) throw new OriginalTypeError('Negative ticks are not supported');
		const dueMilliseconds = this.#fractionLeft + milliseconds;
		this.#fractionLeft = dueMilliseconds - floor(dueMilliseconds);
		return this.elapsedMilliseconds + floor(dueMilliseconds);
	}

	#endAdvance(endTime: number, failure: { error: unknown } | undefined): void {
		this.#isFiringTimers = false;
		this.elapsedMilliseconds = max(this.elapsedMilliseconds, endTime);
		if (failure !== undefined) throw failure.error;
	}

	#nextTimer(endTime: number): FakeTimer | undefined {
		let firstTimer: FakeTimer | undefined;
		for (let index = 0; index < this.#timers.length; index++) {
			const timer = this.#timers[index] as FakeTimer;
			if (timer.dueAt > endTime) continue;
			if (firstTimer === undefined || timer.dueAt < firstTimer.dueAt) firstTimer = timer;
		}
		return firstTimer;
	}

	#timeUntilLastTimer(): number {
		let lastDueTime = this.elapsedMilliseconds;
		for (let index = 0; index < this.#timers.length; index++)
			lastDueTime = max(lastDueTime, (this.#timers[index] as FakeTimer).dueAt);
		return lastDueTime - this.elapsedMilliseconds;
	}

	#waitUntilIdle(): Promise<void> {
		return new OriginalPromise((resolve) => this.#callWhenIdle(() => resolve()));
	}

	#createEndlessError(): Error {
		return new OriginalError(`Aborting after running ${this.#loopLimit} timers, assuming an infinite loop!`);
	}
}

function timerDelayOf(delay: unknown): number {
	const wait = typeof delay === 'number' ? floor(delay) : parseInteger(String(delay), 10);
	if (!isFiniteNumber(wait) || wait < 0) return 0;
	return wait > MAX_DELAY_MILLISECONDS ? 1 : wait;
}
