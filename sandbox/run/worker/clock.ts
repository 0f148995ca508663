import { createProgramTime, FIXED_START_TIME } from '../../check/program-time.ts';

/** Upper limit of timers that fire in one advance of the clock, so that a program which sets timers endlessly does not stop the clock. */
const MAX_TIMERS_PER_ADVANCE = 10_000;

interface ProgramTimer {
	id: number;
	dueAt: number;
	interval: number | undefined;
	callback: () => void;
}

export class ProgramClock {
	elapsedMilliseconds = 0;
	/** Date and time that the clock shows at first, in milliseconds since 1970. */
	startTime = FIXED_START_TIME;
	readonly programTime = createProgramTime(
		() => this.elapsedMilliseconds,
		() => this.startTime
	);
	/** Called when a timer begins to wait, so that code which draws no frames can advance the clock. */
	onWaiting: () => void = () => undefined;
	#timers: ProgramTimer[] = [];
	#timerCount = 0;

	advance(milliseconds: number): void {
		const endTime = this.elapsedMilliseconds + milliseconds;
		for (let ranCount = 0; ranCount < MAX_TIMERS_PER_ADVANCE; ranCount++) {
			const nextTimer = this.#nextTimer(endTime);
			if (nextTimer === undefined) break;
			this.elapsedMilliseconds = Math.max(this.elapsedMilliseconds, nextTimer.dueAt);
			if (nextTimer.interval === undefined) this.#remove(nextTimer.id);
			else nextTimer.dueAt += nextTimer.interval;
			nextTimer.callback();
		}
		this.elapsedMilliseconds = endTime;
	}

	replaceTimeFunctions(target: typeof globalThis): void {
		const programNow = () => this.programTime.now();
		// The current `Date.now`, which a check may have replaced.
		let readNow: unknown = programNow;
		const setTimer = (callback: unknown, delay: unknown, args: unknown[], repeats: boolean) =>
			this.#setTimer(callback, Number(delay) || 0, args, repeats);
		const RealDate = target.Date;
		const fakeDate = new Proxy(RealDate, {
			construct: (date, args: unknown[], newTarget: new () => object) =>
				Reflect.construct(date, args.length === 0 ? [programNow()] : args, newTarget) as object,
			apply: () => new RealDate(programNow()).toString(),
			get: (date, key, receiver): unknown => (key === 'now' ? readNow : Reflect.get(date, key, receiver)),
			set(date, key, value, receiver) {
				if (key !== 'now') return Reflect.set(date, key, value, receiver);
				readNow = value;
				return true;
			}
		});
		const replaceGlobal = (name: string, value: unknown) =>
			Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
		replaceGlobal('Date', fakeDate);
		replaceGlobal('setTimeout', (callback: unknown, delay?: unknown, ...args: unknown[]) =>
			setTimer(callback, delay, args, false)
		);
		replaceGlobal('setInterval', (callback: unknown, delay?: unknown, ...args: unknown[]) =>
			setTimer(callback, delay, args, true)
		);
		replaceGlobal('clearTimeout', (id: unknown) => this.#remove(id));
		replaceGlobal('clearInterval', (id: unknown) => this.#remove(id));
		Object.defineProperty(target.performance, 'now', { value: () => this.programTime.elapsed(), configurable: true });
	}

	#setTimer(callback: unknown, delay: number, args: unknown[], repeats: boolean): number {
		if (typeof callback !== 'function') return 0;
		const wait = Math.max(1, delay);
		const callBack = () => void Reflect.apply(callback, undefined, args);
		this.#timerCount += 1;
		this.#timers.push({
			id: this.#timerCount,
			dueAt: this.elapsedMilliseconds + wait,
			interval: repeats ? wait : undefined,
			callback: callBack
		});
		this.onWaiting();
		return this.#timerCount;
	}

	advanceToNextTimer(): void {
		const nextTimer = this.#nextTimer(Infinity);
		if (nextTimer === undefined) return;
		this.advance(Math.max(0, nextTimer.dueAt - this.elapsedMilliseconds));
		if (this.#timers.length > 0) this.onWaiting();
	}

	#remove(id: unknown): void {
		this.#timers = this.#timers.filter((timer) => timer.id !== id);
	}

	#nextTimer(endTime: number): ProgramTimer | undefined {
		let firstTimer: ProgramTimer | undefined;
		for (const timer of this.#timers)
			if (timer.dueAt <= endTime && (firstTimer === undefined || timer.dueAt < firstTimer.dueAt)) firstTimer = timer;
		return firstTimer;
	}
}

/** Decides which frames of a scene are drawn: fewer on a weak machine, or when nobody touches the scene. */

/**
 * Milliseconds of drawing from which a frame is costly. Sixty such frames a second take a good third of a processor, which typing
 * and checks need.
 */
const COSTLY_FRAME_MILLISECONDS = 6;
/** Weight of the newest frame in the average cost. It is small, so that a single slow frame decides nothing. */
const NEWEST_COST_WEIGHT = 0.1;
/** Number of frames, a minute's worth, after which a scene that nobody touches is drawn less often to spare the battery. */
const MAX_UNTOUCHED_FRAMES = 60 * 60;
/** Largest number of processors of a weak machine. Editor and compiler need them, and a scene would take a third of one. */
const MAX_PROCESSORS_OF_WEAK_MACHINE = 2;

export class FramePacer {
	#averageCost = 0;
	#isNextDrawn = true;
	#untouchedFrames = 0;
	readonly #hasFewProcessors: boolean;

	constructor(processorCount: number) {
		this.#hasFewProcessors = processorCount <= MAX_PROCESSORS_OF_WEAK_MACHINE;
	}

	addFrameCost(cost: number): void {
		this.#averageCost += (cost - this.#averageCost) * NEWEST_COST_WEIGHT;
	}

	noteUserTouch(): void {
		this.#untouchedFrames = 0;
	}

	/** Every second frame is drawn while frames are spared. The scene's time goes on in any case. */
	takeDrawingTurn(): boolean {
		const isDrawn = this.#isNextDrawn;
		this.#untouchedFrames += 1;
		const isSparingFrames =
			this.#hasFewProcessors ||
			this.#averageCost >= COSTLY_FRAME_MILLISECONDS ||
			this.#untouchedFrames >= MAX_UNTOUCHED_FRAMES;
		this.#isNextDrawn = !isDrawn || !isSparingFrames;
		return isDrawn;
	}
}
