import type { CompiledPart, CompileTask } from '../engine.ts';
import { CompileWorker, type CompileAnswer, type CompileWorkerParts } from './client.ts';
import { threadClockOf } from '../../thread-clock.ts';

/** Real time between two readings of the processor time. */
const CLOCK_READING_INTERVAL_MILLISECONDS = 50;
/** Real time after which the callback runs in any case. */
const LONGEST_TIMER_WAIT_MILLISECONDS = 60_000;

/** A `threadNumber` of null, where threads are not measured, stands for all threads of this process. Returns a canceller. */
export function startProcessorTimer(
	{ milliseconds, threadNumber }: { milliseconds: number; threadNumber: string | null },
	callback: () => void
): () => void {
	const startTime = performance.now();
	const readWorkedMilliseconds = threadNumber === null ? startProcessTimeReader() : startThreadTimeReader(threadNumber);
	const timer = setInterval(() => {
		if (readWorkedMilliseconds() < milliseconds && performance.now() - startTime < LONGEST_TIMER_WAIT_MILLISECONDS)
			return;
		clearInterval(timer);
		callback();
	}, CLOCK_READING_INTERVAL_MILLISECONDS);
	return () => clearInterval(timer);
}

function startProcessTimeReader(): () => number {
	const usageBefore = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(usageBefore);
		return (user + system) / 1000;
	};
}

function startThreadTimeReader(threadNumber: string): () => number {
	const readClock = threadClockOf(threadNumber);
	const readThreadMillisecondsSince = (since: number): number => {
		try {
			return readClock() - since;
		} catch {
			// The thread has ended. Its owner learns that by other means, and must not call the sources too large.
			return 0;
		}
	};
	const millisecondsBefore = readThreadMillisecondsSince(0);
	return () => readThreadMillisecondsSince(millisecondsBefore);
}

/** Processor time after which a compile leaves the quick lane. An exercise's program takes about ten milliseconds. */
const QUICK_LANE_MILLISECONDS = 300;
const COMPILE_LIMIT_MILLISECONDS = 5000;

interface WaitingCompile {
	task: CompileTask;
	resolve(part: CompiledPart): void;
	reject(error: unknown): void;
}

interface RunningCompile extends WaitingCompile {
	worker: CompileWorker;
	answer: Promise<CompileAnswer>;
}

const TOO_LARGE_RESULT: CompiledPart = { result: { kind: 'too-large' }, importedPaths: [] };

class CompilerClosedError extends Error {
	override name = 'CompilerClosed';
}

/** Every compile begins in the quick lane. A long one moves to the long lane with its worker, or is ended and waits. */
export class CompileLanes {
	readonly #parts: CompileWorkerParts;
	readonly #quickQueue: WaitingCompile[] = [];
	readonly #longQueue: WaitingCompile[] = [];
	readonly #aliveWorkers = new Set<CompileWorker>();
	#spareWorker: CompileWorker | undefined;
	#isQuickBusy = false;
	#isLongBusy = false;
	#isClosed = false;

	constructor(parts: CompileWorkerParts) {
		this.#parts = parts;
	}

	/** Compiles one part. Rejects when no compiler could start, which is not the fault of the sources. */
	compile(task: CompileTask): Promise<CompiledPart> {
		return new Promise((resolve, reject) => {
			this.#quickQueue.push({ task, resolve, reject });
			if (this.#isClosed) this.#rejectWaiting();
			else void this.#runQuickLane();
		});
	}

	prepareWorker(): void {
		if (!this.#isClosed) this.#spareWorker ??= this.#makeWorker();
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		this.#rejectWaiting();
		await Promise.all([...this.#aliveWorkers].map((worker) => worker.end()));
	}

	async #runQuickLane(): Promise<void> {
		if (this.#isQuickBusy) return;
		this.#isQuickBusy = true;
		for (let next = this.#quickQueue.shift(); next !== undefined; next = this.#quickQueue.shift()) {
			const begunCompile = await this.#begin(next);
			if (begunCompile === undefined) continue;
			if (await this.#settleWithin(begunCompile, QUICK_LANE_MILLISECONDS)) {
				this.#keepAsSpare(begunCompile.worker);
			} else if (this.#isLongBusy) {
				void begunCompile.worker.end();
				this.#longQueue.push(next);
			} else {
				this.#isLongBusy = true;
				void this.#runLongLane(begunCompile);
			}
			this.prepareWorker();
		}
		this.#isQuickBusy = false;
	}

	async #runLongLane(first: RunningCompile): Promise<void> {
		let begunCompile: RunningCompile | undefined = first;
		for (;;) {
			if (begunCompile !== undefined) {
				const { worker } = begunCompile;
				if (!(await this.#settleWithin(begunCompile, COMPILE_LIMIT_MILLISECONDS))) {
					begunCompile.resolve(TOO_LARGE_RESULT);
					void worker.end();
				}
				this.#keepAsSpare(worker);
			}
			const next = this.#longQueue.shift();
			if (next === undefined) break;
			begunCompile = await this.#begin(next);
		}
		this.#isLongBusy = false;
	}

	async #begin(next: WaitingCompile): Promise<RunningCompile | undefined> {
		const worker = this.#spareWorker?.isSpent === false ? this.#spareWorker : this.#makeWorker();
		this.#spareWorker = undefined;
		try {
			await worker.start();
			return { ...next, worker, answer: worker.compile(next.task) };
		} catch (error) {
			next.reject(error);
			return undefined;
		}
	}

	/** A worker that has compiled before is quicker than a new one. */
	#keepAsSpare(worker: CompileWorker): void {
		if (worker.isSpent) return;
		void this.#spareWorker?.end();
		this.#spareWorker = worker;
	}

	#makeWorker(): CompileWorker {
		const worker: CompileWorker = new CompileWorker(this.#parts, () => this.#aliveWorkers.delete(worker));
		this.#aliveWorkers.add(worker);
		return worker;
	}

	/** In milliseconds of the worker's processor time. Resolves to whether the answer came. */
	#settleWithin({ worker, answer, resolve, reject }: RunningCompile, milliseconds: number): Promise<boolean> {
		return new Promise((settle) => {
			let isLate = false;
			const { threadNumber } = worker;
			const callOff = startProcessorTimer({ milliseconds, threadNumber }, () => {
				isLate = true;
				settle(false);
			});
			void answer.then((part) => {
				if (isLate) return;
				callOff();
				// `close` ended the worker, so the sources must not be called too large.
				if (this.#isClosed) reject(new CompilerClosedError());
				else resolve(part === 'broken' ? TOO_LARGE_RESULT : part);
				settle(true);
			});
		});
	}

	#rejectWaiting(): void {
		for (const { reject } of [...this.#quickQueue.splice(0), ...this.#longQueue.splice(0)])
			reject(new CompilerClosedError());
	}
}
