/** The time that a program sees. Time and timers advance only when their owner says so. */
import { createProgramTime, FIXED_START_TIME } from '../../check/program-time.ts';

/** Upper limit of timers that fire in one advance of the clock, so that a program which sets timers endlessly does not stop the clock. */
const MAX_TIMERS_PER_ADVANCE = 10_000;

interface Timer {
	id: number;
	dueAt: number;
	interval: number | undefined;
	callback: () => void;
}

export class ProgramClock {
	elapsed = 0;
	/** Date and time that the clock shows at first, in milliseconds since 1970. */
	startTime = FIXED_START_TIME;
	readonly time = createProgramTime(
		() => this.elapsed,
		() => this.startTime
	);
	/** Called when a timer begins to wait, so that an owner which draws no frames can advance the clock. */
	onWaiting: () => void = () => undefined;
	#timers: Timer[] = [];
	#made = 0;

	advance(milliseconds: number): void {
		const end = this.elapsed + milliseconds;
		for (let ran = 0; ran < MAX_TIMERS_PER_ADVANCE; ran++) {
			const next = this.#nextTimer(end);
			if (next === undefined) break;
			this.elapsed = Math.max(this.elapsed, next.dueAt);
			if (next.interval === undefined) this.#remove(next.id);
			else next.dueAt += next.interval;
			next.callback();
		}
		this.elapsed = end;
	}

	replaceTimeFunctions(target: typeof globalThis): void {
		const now = () => this.time.now();
		// The present `Date.now`, which a check may replace.
		let readNow: unknown = now;
		const set = (callback: unknown, delay: unknown, args: unknown[], repeats: boolean) =>
			this.#set(callback, Number(delay) || 0, args, repeats);
		const real = target.Date;
		const fakeDate = new Proxy(real, {
			construct: (date, args: unknown[], newTarget: new () => object) =>
				Reflect.construct(date, args.length === 0 ? [now()] : args, newTarget) as object,
			apply: () => new real(now()).toString(),
			get: (date, key, receiver): unknown => (key === 'now' ? readNow : Reflect.get(date, key, receiver)),
			set(date, key, value, receiver) {
				if (key !== 'now') return Reflect.set(date, key, value, receiver);
				readNow = value;
				return true;
			}
		});
		const replace = (name: string, value: unknown) =>
			Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
		replace('Date', fakeDate);
		replace('setTimeout', (callback: unknown, delay?: unknown, ...args: unknown[]) =>
			set(callback, delay, args, false)
		);
		replace('setInterval', (callback: unknown, delay?: unknown, ...args: unknown[]) =>
			set(callback, delay, args, true)
		);
		replace('clearTimeout', (id: unknown) => this.#remove(id));
		replace('clearInterval', (id: unknown) => this.#remove(id));
		Object.defineProperty(target.performance, 'now', { value: () => this.time.elapsed(), configurable: true });
	}

	#set(callback: unknown, delay: number, args: unknown[], repeats: boolean): number {
		if (typeof callback !== 'function') return 0;
		const wait = Math.max(1, delay);
		const run = () => void Reflect.apply(callback, undefined, args);
		this.#made += 1;
		this.#timers.push({
			id: this.#made,
			dueAt: this.elapsed + wait,
			interval: repeats ? wait : undefined,
			callback: run
		});
		this.onWaiting();
		return this.#made;
	}

	advanceToNext(): void {
		const next = this.#nextTimer(Infinity);
		if (next === undefined) return;
		this.advance(Math.max(0, next.dueAt - this.elapsed));
		if (this.#timers.length > 0) this.onWaiting();
	}

	#remove(id: unknown): void {
		this.#timers = this.#timers.filter((timer) => timer.id !== id);
	}

	#nextTimer(end: number): Timer | undefined {
		let first: Timer | undefined;
		for (const timer of this.#timers)
			if (timer.dueAt <= end && (first === undefined || timer.dueAt < first.dueAt)) first = timer;
		return first;
	}
}
