import {
	appendTamperProof,
	defineProperty,
	getOwnPropertyDescriptor,
	OriginalDate,
	OriginalError
} from './intrinsics.ts';
import { ManualClock } from './manual-clock.ts';
import { readProperty } from './property.ts';
import type { ProgramTime } from './program-time.ts';

export interface FakeTimersHost {
	realm: object;
	/** The realm's time. All code in the realm reads the time here, so a check changes it by replacing these methods. */
	time: ProgramTime;
	/** Calls `callback` once all pending promises have settled. */
	callWhenIdle(callback: () => void): void;
	onTimersReplaced?(): void;
}

const TIMER_NAMES = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] as const;
const FAKEABLE_GLOBAL_NAMES = [...TIMER_NAMES, 'Date', 'performance'] as const;
const DEFAULT_TIMER_RUN_LIMIT = 10_000;

const TIMERS_NOT_FAKED_MESSAGE =
	'A function to advance timers was called but the timers APIs are not mocked. Call `vi.useFakeTimers()` in the test file first.';

export class FakeTimers {
	readonly #host: FakeTimersHost | undefined;
	#clock: ManualClock | undefined;
	/** Date fixed by `setSystemTime` without fake timers; it does not move. */
	#fixedDate: number | undefined;
	#undoSteps: (() => void)[] = [];

	constructor(host: FakeTimersHost | undefined) {
		this.#host = host;
	}

	get isFaking(): boolean {
		return this.#clock !== undefined;
	}

	useFake(options?: unknown): void {
		const { realm, time, callWhenIdle, onTimersReplaced } = this.#timersHost;
		refuseAutomaticTime(options);
		const beginning = millisecondsOfMoment(readProperty(options, 'now')) ?? time.now();
		const loopLimit = readProperty(options, 'loopLimit') ?? readProperty(options, 'timerLimit');
		const clock = new ManualClock(
			beginning,
			typeof loopLimit === 'number' ? loopLimit : DEFAULT_TIMER_RUN_LIMIT,
			callWhenIdle
		);
		this.#restore();
		this.#clock = clock;
		const isFaked = createFakedNameFilter(options);
		const replaceAndNoteUndo = (holder: object, key: string, value: unknown): void =>
			appendTamperProof(this.#undoSteps, replaceProperty(holder, key, value));
		const createSetTimerFunction = (repeats: boolean) => {
			return (callback: unknown, delay?: unknown, ...values: unknown[]) =>
				clock.setTimer(callback, delay, values, repeats);
		};
		const removeTimer = (id: unknown) => clock.removeTimer(id);
		if (isFaked('setTimeout')) replaceAndNoteUndo(realm, 'setTimeout', createSetTimerFunction(false));
		if (isFaked('setInterval')) replaceAndNoteUndo(realm, 'setInterval', createSetTimerFunction(true));
		if (isFaked('clearTimeout')) replaceAndNoteUndo(realm, 'clearTimeout', removeTimer);
		if (isFaked('clearInterval')) replaceAndNoteUndo(realm, 'clearInterval', removeTimer);
		if (isFaked('Date')) replaceAndNoteUndo(time, 'now', () => clock.now);
		if (isFaked('performance')) replaceAndNoteUndo(time, 'elapsed', () => clock.elapsedMilliseconds);
		onTimersReplaced?.();
	}

	/** Ends the fake time. Timers that still wait on the fake clock never fire. */
	useReal(): void {
		this.#restore();
		this.#host?.onTimersReplaced?.();
	}

	setSystemTime(moment?: unknown): void {
		const { time, onTimersReplaced } = this.#timersHost;
		const milliseconds = millisecondsOfMoment(moment);
		if (this.#clock !== undefined) {
			this.#clock.now = milliseconds ?? 0;
			return;
		}
		this.#restore();
		const fixedDate = milliseconds ?? time.now();
		this.#fixedDate = fixedDate;
		appendTamperProof(
			this.#undoSteps,
			replaceProperty(time, 'now', () => fixedDate)
		);
		onTimersReplaced?.();
	}

	get mockedSystemTime(): Date | null {
		const moment = this.#clock?.now ?? this.#fixedDate;
		return moment === undefined ? null : new OriginalDate(moment);
	}

	get now(): number {
		return this.#timersHost.time.now();
	}

	clearAllTimers(): void {
		this.#clock?.reset();
	}

	get clock(): ManualClock {
		if (this.#clock === undefined) throw new OriginalError(TIMERS_NOT_FAKED_MESSAGE);
		return this.#clock;
	}

	#restore(): void {
		for (let index = this.#undoSteps.length - 1; index >= 0; index--) this.#undoSteps[index]?.();
		this.#undoSteps = [];
		this.#clock = undefined;
		this.#fixedDate = undefined;
	}

	get #timersHost(): FakeTimersHost {
		if (this.#host === undefined) throw new OriginalError('There is no clock to move here.');
		return this.#host;
	}
}

function replaceProperty(holder: object, key: string, value: unknown): () => void {
	const previousDescriptor = getOwnPropertyDescriptor(holder, key);
	defineProperty(holder, key, {
		__proto__: null,
		value,
		writable: true,
		configurable: true,
		enumerable: previousDescriptor?.enumerable ?? false
	} as PropertyDescriptor);
	return () => {
		if (previousDescriptor === undefined) Reflect.deleteProperty(holder, key);
		else defineProperty(holder, key, previousDescriptor);
	};
}

function createFakedNameFilter(options: unknown): (name: (typeof FAKEABLE_GLOBAL_NAMES)[number]) => boolean {
	const fakedNames = readProperty(options, 'toFake');
	const unfakedNames = readProperty(options, 'toNotFake') ?? readProperty(options, 'doNotFake');
	return (name) =>
		(!Array.isArray(fakedNames) || fakedNames.includes(name)) &&
		!(Array.isArray(unfakedNames) && unfakedNames.includes(name));
}

/** Throws for options that would make fake time pass by itself, because real timers already do that. */
function refuseAutomaticTime(options: unknown): void {
	for (const name of ['shouldAdvanceTime', 'advanceTimers']) {
		if (readProperty(options, name))
			throw new OriginalError(`useFakeTimers: there is no ${name} here; use real timers.`);
	}
}

function millisecondsOfMoment(moment: unknown): number | undefined {
	if (moment === undefined || moment === null) return undefined;
	return typeof moment === 'number' ? moment : new OriginalDate(moment as string | Date).getTime();
}
