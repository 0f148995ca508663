import { Worker } from 'node:worker_threads';
import type { RealmMemoryImages } from '../worker/engine/memory-images.ts';
import { threadClockOf, type ThreadClock } from '../../thread-clock.ts';

/** Milliseconds of processor time beyond the limit, in which the engine may stop by itself before its thread is ended. */
const PROCESSOR_GRACE_MILLISECONDS = 50;

export class Watchdog {
	readonly #onLate: () => void;
	#timer: NodeJS.Timeout | undefined;
	#clock: ThreadClock = () => performance.now();
	#startedAt = 0;
	#limitMilliseconds = Infinity;

	constructor(onLate: () => void) {
		this.#onLate = onLate;
	}

	/** Calls `onLate` after so many milliseconds of real time, unless `watchThread` or `stop` is called before. */
	expectStartWithin(milliseconds: number): void {
		this.#timer = setTimeout(this.#onLate, milliseconds);
	}

	/** `threadNumber` is null where the system does not measure threads. */
	watchThread(limitMilliseconds: number, threadNumber: string | null): void {
		this.stop();
		this.#clock = threadClockOf(threadNumber);
		this.#limitMilliseconds = limitMilliseconds;
		this.#startedAt = this.#readThreadClock() ?? 0;
		this.#timer = setTimeout(() => this.#checkTimeUsed(), limitMilliseconds + PROCESSOR_GRACE_MILLISECONDS);
	}

	/** Once the thread has ended, the whole limit, because its time cannot be measured any more. */
	get workedMilliseconds(): number {
		const now = this.#readThreadClock();
		return now === undefined ? this.#limitMilliseconds : Math.min(this.#limitMilliseconds, now - this.#startedAt);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#checkTimeUsed(): void {
		const now = this.#readThreadClock();
		const remainingMilliseconds =
			now === undefined ? 0 : this.#startedAt + this.#limitMilliseconds + PROCESSOR_GRACE_MILLISECONDS - now;
		if (remainingMilliseconds <= 0) this.#onLate();
		else this.#timer = setTimeout(() => this.#checkTimeUsed(), Math.max(1, remainingMilliseconds));
	}

	#readThreadClock(): number | undefined {
		try {
			return this.#clock();
		} catch {
			return undefined;
		}
	}
}

/** Allows about as deep a recursion as a browser, with two engines in one thread that call each other. */
const WORKER_STACK_MEGABYTES = 64;
const WORKER_HEAP_LIMIT_MEGABYTES = 256;

export interface AttemptWorkerParts {
	workerCode: string;
	wasm: WebAssembly.Module;
	memoryImages: RealmMemoryImages;
}

export class AttemptWorkers {
	readonly #parts: AttemptWorkerParts;
	#spareWorker: Worker | undefined;

	constructor(parts: AttemptWorkerParts) {
		this.#parts = parts;
	}

	takeWorker(): Worker {
		const worker = this.#spareWorker ?? this.#makeWorker();
		worker.removeAllListeners();
		this.#spareWorker = undefined;
		return worker;
	}

	/** Call it when the process is idle. */
	prepareWorker(): void {
		this.#spareWorker ??= this.#makeWorker();
	}

	#makeWorker(): Worker {
		const { workerCode, memoryImages, wasm } = this.#parts;
		const createdWorker = new Worker(workerCode, {
			eval: true,
			env: { TZ: process.env['TZ'] ?? 'UTC' },
			workerData: { memoryImages, wasm },
			resourceLimits: { stackSizeMb: WORKER_STACK_MEGABYTES, maxOldGenerationSizeMb: WORKER_HEAP_LIMIT_MEGABYTES }
		});
		createdWorker.on('error', () => {
			if (this.#spareWorker === createdWorker) this.#spareWorker = undefined;
		});
		return createdWorker;
	}
}
