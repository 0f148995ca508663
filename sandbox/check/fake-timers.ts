/** `vi.useFakeTimers` and related functions, by which a check controls the time that the program sees. */
import { appendItem, defineProperty, getOwnPropertyDescriptor, OriginalDate, OriginalError } from './intrinsics.ts';
import { ManualClock } from './manual-clock.ts';
import { readProperty } from './property.ts';
import type { ProgramTime } from './program-time.ts';

export interface FakeTimersHost {
	realm: object;
	/** The realm's time. All code in the realm reads the time here, so a check changes it by replacing these methods. */
	time: ProgramTime;
	/** Calls `callback` once all pending promises have settled. */
	idle(callback: () => void): void;
	/** Called after a check replaced or restored a timer or the time. */
	onReplaced?(): void;
}

const TIMER_NAMES = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] as const;
const FAKED_NAMES = [...TIMER_NAMES, 'Date', 'performance'] as const;
const LOOP_LIMIT = 10_000;

const NOT_FAKED =
	'A function to advance timers was called but the timers APIs are not mocked. Call `vi.useFakeTimers()` in the test file first.';

export class FakeTimers {
	readonly #around: FakeTimersHost | undefined;
	#clock: ManualClock | undefined;
	/** Date fixed by `setSystemTime` without fake timers; it does not move. */
	#date: number | undefined;
	#undo: (() => void)[] = [];

	constructor(around: FakeTimersHost | undefined) {
		this.#around = around;
	}

	get isFaking(): boolean {
		return this.#clock !== undefined;
	}

	useFake(options?: unknown): void {
		const { realm, time, idle, onReplaced } = this.#timersHost;
		refuseMovingTime(options);
		const beginning = momentOf(readProperty(options, 'now')) ?? time.now();
		const limit = readProperty(options, 'loopLimit') ?? readProperty(options, 'timerLimit');
		const clock = new ManualClock(beginning, typeof limit === 'number' ? limit : LOOP_LIMIT, idle);
		this.#restore();
		this.#clock = clock;
		const isFaked = nameFilter(options);
		const put = (holder: object, key: string, value: unknown): void =>
			appendItem(this.#undo, replaceProperty(holder, key, value));
		const set = (repeats: boolean) => {
			return (callback: unknown, delay?: unknown, ...values: unknown[]) =>
				clock.setTimer(callback, delay, values, repeats);
		};
		const remove = (id: unknown) => clock.removeTimer(id);
		if (isFaked('setTimeout')) put(realm, 'setTimeout', set(false));
		if (isFaked('setInterval')) put(realm, 'setInterval', set(true));
		if (isFaked('clearTimeout')) put(realm, 'clearTimeout', remove);
		if (isFaked('clearInterval')) put(realm, 'clearInterval', remove);
		if (isFaked('Date')) put(time, 'now', () => clock.now);
		if (isFaked('performance')) put(time, 'elapsed', () => clock.elapsed);
		onReplaced?.();
	}

	/** Ends the fake time. Timers that still wait on the fake clock never fire. */
	useReal(): void {
		this.#restore();
		this.#around?.onReplaced?.();
	}

	setSystemTime(moment?: unknown): void {
		const { time, onReplaced } = this.#timersHost;
		const milliseconds = momentOf(moment);
		if (this.#clock !== undefined) {
			this.#clock.now = milliseconds ?? 0;
			return;
		}
		this.#restore();
		const date = milliseconds ?? time.now();
		this.#date = date;
		appendItem(
			this.#undo,
			replaceProperty(time, 'now', () => date)
		);
		onReplaced?.();
	}

	get mockedSystemTime(): Date | null {
		const moment = this.#clock?.now ?? this.#date;
		return moment === undefined ? null : new OriginalDate(moment);
	}

	get now(): number {
		return this.#timersHost.time.now();
	}

	clearAll(): void {
		this.#clock?.reset();
	}

	get clock(): ManualClock {
		if (this.#clock === undefined) throw new OriginalError(NOT_FAKED);
		return this.#clock;
	}

	#restore(): void {
		for (let index = this.#undo.length - 1; index >= 0; index--) this.#undo[index]?.();
		this.#undo = [];
		this.#clock = undefined;
		this.#date = undefined;
	}

	get #timersHost(): FakeTimersHost {
		if (this.#around === undefined) throw new OriginalError('There is no clock to move here.');
		return this.#around;
	}
}

function replaceProperty(holder: object, key: string, value: unknown): () => void {
	const before = getOwnPropertyDescriptor(holder, key);
	defineProperty(holder, key, {
		__proto__: null,
		value,
		writable: true,
		configurable: true,
		enumerable: before?.enumerable ?? false
	} as PropertyDescriptor);
	return () => {
		if (before === undefined) Reflect.deleteProperty(holder, key);
		else defineProperty(holder, key, before);
	};
}

function nameFilter(options: unknown): (name: (typeof FAKED_NAMES)[number]) => boolean {
	const only = readProperty(options, 'toFake');
	const without = readProperty(options, 'toNotFake') ?? readProperty(options, 'doNotFake');
	return (name) => (!Array.isArray(only) || only.includes(name)) && !(Array.isArray(without) && without.includes(name));
}

/** Throws for options that would make fake time pass by itself, because real timers already do that. */
function refuseMovingTime(options: unknown): void {
	for (const name of ['shouldAdvanceTime', 'advanceTimers']) {
		if (readProperty(options, name))
			throw new OriginalError(`useFakeTimers: there is no ${name} here; use real timers.`);
	}
}

function momentOf(moment: unknown): number | undefined {
	if (moment === undefined || moment === null) return undefined;
	return typeof moment === 'number' ? moment : new OriginalDate(moment as string | Date).getTime();
}
