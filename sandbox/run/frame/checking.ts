import type { CheckPlan, MessageFromCheckRun, MessageFromWorker, WorkerBundle } from '../../protocol.ts';
import { checkPathKey, type CheckResult, type Problem } from '../../report.ts';
import type { WorkerReserve, WatchedWorker } from './watched-worker.ts';

const RESULT_BATCH_MILLISECONDS = 8;

/** Milliseconds in which a program must be parsed and loaded before its first check, as many as on the stage. */
const PROGRAM_LOAD_LIMIT_MILLISECONDS = 2000;

/** Milliseconds after a check's limit, in which the worker itself may still end a check that only waits. */
const LATE_CHECK_GRACE_MILLISECONDS = 25;

/** Watches a run of checks. When a check is late, ends the worker and runs the remaining checks in a fresh worker. */
export class CheckRunWatcher {
	#currentWorker: WatchedWorker | undefined;
	readonly #plannedPaths = new Map<string, string[]>();
	/** Largest number of check files whose checks a single worker has listed. */
	#mostListedFiles = 0;
	#listedFiles = 0;
	readonly #donePaths = new Map<string, string[]>();
	#runningPath: string[] | undefined;
	#begunAt = 0;
	#limitMilliseconds = 0;
	#waitingResults: CheckResult[] = [];
	#flushTimer: ReturnType<typeof setTimeout> | undefined;
	#checkTimer: ReturnType<typeof setTimeout> | undefined;
	#isOver = false;
	readonly #startTime = performance.now();
	readonly #workerReserve: WorkerReserve<WatchedWorker>;
	readonly #bundle: WorkerBundle;
	readonly #plan: CheckPlan;
	readonly #port: MessagePort;

	constructor(workerReserve: WorkerReserve<WatchedWorker>, bundle: WorkerBundle, plan: CheckPlan, port: MessagePort) {
		this.#workerReserve = workerReserve;
		this.#bundle = bundle;
		this.#plan = plan;
		this.#port = port;
		this.#startWorker();
	}

	/** Ends the run because a newer run begins. The remaining checks become errors, so that an incomplete report never passes. */
	endForNewerRun(): void {
		if (this.#isOver) return;
		const problem: Problem = { kind: 'crash', message: 'A newer request took its place.' };
		this.#failRemainingChecks(problem);
		this.#endCheckRun(this.#areAllFilesListed ? undefined : problem);
	}

	#endCheckRun(loadProblem?: Problem): void {
		if (this.#isOver) return;
		this.#isOver = true;
		clearTimeout(this.#checkTimer);
		this.#currentWorker?.endWorker();
		this.#flush();
		this.#send({ type: 'done', ...(loadProblem === undefined ? {} : { load: loadProblem }) });
		this.#workerReserve.scheduleReplacement(20);
	}

	get #areAllFilesListed(): boolean {
		return this.#mostListedFiles === this.#plan.files.length;
	}

	#startWorker(): void {
		const worker = this.#workerReserve.takeWorker();
		this.#currentWorker = worker;
		this.#runningPath = undefined;
		this.#listedFiles = 0;
		this.#limitMilliseconds = Math.max(PROGRAM_LOAD_LIMIT_MILLISECONDS, this.#plan.timeLimit);
		this.#begunAt = performance.now();
		worker.onMessage = (message) => this.#receive(worker, message);
		worker.onBroken = (message) => this.#failRunningCheck({ kind: 'crash', message });
		worker.sendToWorker({ type: 'check', ...this.#bundle, plan: this.#plan, skip: [...this.#donePaths.values()] });
		this.#startCheckTimer(worker);
	}

	#receive(worker: WatchedWorker, message: MessageFromWorker): void {
		if (this.#isOver || worker !== this.#currentWorker) return;
		switch (message.type) {
			case 'ready':
				this.#begunAt = performance.now();
				return this.#startCheckTimer(worker);
			case 'planned':
				this.#listedFiles += 1;
				this.#mostListedFiles = Math.max(this.#mostListedFiles, this.#listedFiles);
				for (const path of message.paths) this.#plannedPaths.set(checkPathKey(path), path);
				return;
			case 'begun':
				this.#collectResults(message.results);
				this.#runningPath = message.path;
				this.#limitMilliseconds = message.timeLimit;
				this.#begunAt = performance.now();
				return this.#startCheckTimer(worker);
			case 'finished':
				this.#collectResults(message.results);
				return this.#endCheckRun(message.load);
			case 'error':
				// A guard in the program has found the loop that makes the check late.
				return message.problem.kind === 'time' ? this.#failRunningCheck(message.problem) : undefined;
			default:
				return;
		}
	}

	#startCheckTimer(worker: WatchedWorker): void {
		clearTimeout(this.#checkTimer);
		// The loading of the worker does not count towards the check's limit, but must end within the total limit.
		const limit = worker.isStarted ? this.#limitMilliseconds + LATE_CHECK_GRACE_MILLISECONDS : this.#plan.totalLimit;
		const remainingMilliseconds = this.#startTime + this.#plan.totalLimit - performance.now();
		const waitMilliseconds = Math.min(this.#begunAt + limit - performance.now(), remainingMilliseconds);
		this.#checkTimer = setTimeout(() => this.#endLateCheck(), Math.max(0, waitMilliseconds));
	}

	#endLateCheck(): void {
		const isTotalLimitReached = performance.now() - this.#startTime >= this.#plan.totalLimit - 1;
		const problem: Problem = {
			kind: 'time',
			limit: isTotalLimitReached ? this.#plan.totalLimit : this.#limitMilliseconds
		};
		if (isTotalLimitReached) {
			this.#failRemainingChecks(problem);
			return this.#endCheckRun(this.#areAllFilesListed ? undefined : problem);
		}
		this.#failRunningCheck(problem);
	}

	#failRunningCheck(problem: Problem): void {
		if (this.#isOver) return;
		this.#currentWorker?.endWorker();
		const path = this.#runningPath;
		if (path === undefined) return this.#endCheckRun(problem);
		this.#collectResults([
			{ path, status: 'error', problem, console: [], duration: performance.now() - this.#begunAt }
		]);
		this.#flush();
		const isLast = this.#areAllFilesListed && [...this.#plannedPaths.keys()].every((key) => this.#donePaths.has(key));
		if (isLast) return this.#endCheckRun();
		this.#startWorker();
	}

	#failRemainingChecks(problem: Problem): void {
		for (const path of this.#plannedPaths.values())
			this.#collectResults([{ path, status: 'error', problem, console: [], duration: 0 }]);
	}

	#collectResults(results: CheckResult[]): void {
		for (const result of results) {
			const key = checkPathKey(result.path);
			if (this.#donePaths.has(key)) continue;
			this.#donePaths.set(key, result.path);
			this.#waitingResults.push(result);
		}
		if (this.#waitingResults.length > 0)
			this.#flushTimer ??= setTimeout(() => this.#flush(), RESULT_BATCH_MILLISECONDS);
	}

	#flush(): void {
		clearTimeout(this.#flushTimer);
		this.#flushTimer = undefined;
		if (this.#waitingResults.length === 0) return;
		this.#send({ type: 'results', results: this.#waitingResults });
		this.#waitingResults = [];
	}

	#send(message: MessageFromCheckRun): void {
		this.#port.postMessage(message);
	}
}
