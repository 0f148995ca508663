import type { PageSound } from './page-sound.ts';

export interface TimeFunctions {
	requestAnimationFrame(callback: FrameRequestCallback): number;
	cancelAnimationFrame(id: number): void;
	setTimeout(callback: unknown, milliseconds?: number, ...values: unknown[]): number;
	clearTimeout(id?: number): void;
	clearInterval(id?: number): void;
	setInterval(callback: unknown, milliseconds?: number, ...values: unknown[]): number;
	performance: { now(): number };
	reportError(thrown: unknown): void;
}

const STEP_MILLISECONDS = 1000 / 60;

/**
 * Replaces the time functions of a window before its program can capture them. `Date` goes on during a pause, because a clock
 * shows the real time.
 */
export class PagePause {
	readonly #now: () => number;
	readonly #requestFrame: TimeFunctions['requestAnimationFrame'];
	readonly #setTimer: TimeFunctions['setTimeout'];
	readonly #reportError: TimeFunctions['reportError'];
	readonly #frameCallbacks = new Map<number, FrameRequestCallback>();
	/** Timers that ran out during the pause, by their id. */
	readonly #overdueTimers = new Map<number, () => void>();
	#latestFrameId = 0;
	#isFrameRequested = false;
	/** Real time at which the page's clock stopped; null while the page runs. */
	#standingTime: number | null = null;
	#pausedMilliseconds = 0;

	constructor(page: TimeFunctions) {
		this.#now = page.performance.now.bind(page.performance);
		this.#requestFrame = page.requestAnimationFrame.bind(page);
		this.#setTimer = page.setTimeout.bind(page);
		this.#reportError = page.reportError.bind(page);
		const clearTimer = page.clearTimeout.bind(page);
		// In browsers, `clearTimeout` and `clearInterval` each clear both kinds of timers.
		page.clearTimeout = page.clearInterval = (id) => {
			if (id !== undefined) this.#overdueTimers.delete(id);
			clearTimer(id);
		};
		const setRepeatingTimer = page.setInterval.bind(page);
		page.performance.now = () => (this.#standingTime ?? this.#now()) - this.#pausedMilliseconds;
		page.requestAnimationFrame = (callback) => {
			this.#frameCallbacks.set(++this.#latestFrameId, callback);
			this.#requestNextFrame();
			return this.#latestFrameId;
		};
		page.cancelAnimationFrame = (id) => void this.#frameCallbacks.delete(id);
		page.setTimeout = (callback, milliseconds, ...values) => {
			if (typeof callback !== 'function') return this.#setTimer(callback, milliseconds);
			const callBack = () => void Reflect.apply(callback, page, values);
			const id = this.#setTimer(() => {
				if (this.isPaused) this.#overdueTimers.set(id, callBack);
				else callBack();
			}, milliseconds);
			return id;
		};
		page.setInterval = (callback, milliseconds, ...values) => {
			if (typeof callback !== 'function') return setRepeatingTimer(callback, milliseconds);
			return setRepeatingTimer(() => {
				if (!this.isPaused) Reflect.apply(callback, page, values);
			}, milliseconds);
		};
	}

	get isPaused(): boolean {
		return this.#standingTime !== null;
	}

	pause(): void {
		this.#standingTime ??= this.#now();
	}

	resume(): void {
		if (this.#standingTime === null) return;
		this.#pausedMilliseconds += this.#now() - this.#standingTime;
		this.#standingTime = null;
		for (const id of this.#overdueTimers.keys()) this.#setTimer(() => this.#callOverdueTimer(id), 0);
		this.#requestNextFrame();
	}

	step(): void {
		if (this.#standingTime === null) return;
		this.#standingTime += STEP_MILLISECONDS;
		this.#playFrame(this.#standingTime);
	}

	#callOverdueTimer(id: number): void {
		const callBack = this.#overdueTimers.get(id);
		if (this.isPaused || !this.#overdueTimers.delete(id)) return;
		callBack?.();
	}

	#requestNextFrame(): void {
		if (this.#isFrameRequested || this.isPaused || this.#frameCallbacks.size === 0) return;
		this.#isFrameRequested = true;
		this.#requestFrame((time) => {
			this.#isFrameRequested = false;
			if (!this.isPaused) this.#playFrame(time);
		});
	}

	#playFrame(realTime: number): void {
		for (const id of [...this.#frameCallbacks.keys()]) {
			// An earlier callback of this frame may have cancelled this callback.
			const callback = this.#frameCallbacks.get(id);
			this.#frameCallbacks.delete(id);
			try {
				callback?.(realTime - this.#pausedMilliseconds);
			} catch (thrown) {
				this.#reportError(thrown);
			}
		}
	}
}

export class PagePlayer {
	readonly #pagePause: PagePause;
	readonly #sound: PageSound;
	#isMuted: boolean;
	#resumptions: (() => void)[] = [];

	constructor(pagePause: PagePause, sound: PageSound, isMuted: boolean) {
		this.#pagePause = pagePause;
		this.#sound = sound;
		this.#isMuted = isMuted;
	}

	setMuted(isMuted: boolean): void {
		this.#isMuted = isMuted;
		this.#sound.setMuted(isMuted || this.#pagePause.isPaused);
	}

	pause(): void {
		if (this.#pagePause.isPaused) return;
		this.#pagePause.pause();
		// An audio graph cannot be stopped from outside, so it is muted.
		this.#sound.setMuted(true);
		for (const animation of document.getAnimations()) {
			if (animation.playState !== 'running') continue;
			animation.pause();
			this.#resumptions.push(() => animation.play());
		}
		this.#resumptions.push(...this.#sound.pauseMediaElements());
	}

	resume(): void {
		this.#pagePause.resume();
		this.#sound.setMuted(this.#isMuted);
		for (const resume of this.#resumptions.splice(0)) resume();
	}

	step(): void {
		this.#pagePause.step();
	}
}
