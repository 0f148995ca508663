/** Runs a plan of checks to its end, and ends each check that exceeds its limit. */
import type { CheckPlan, MessageFromCheckRun, MessageFromWorker, WorkerBundle } from '../../protocol.ts';
import { checkPathKey, type CheckResult, type Problem } from '../../report.ts';
import type { WorkerReserve } from './worker-reserve.ts';
import type { WatchedWorker } from './watched-worker.ts';

/** Milliseconds for which results are collected and then sent together. */
const COLLECT_MILLISECONDS = 8;

/** Milliseconds in which a program must be read and loaded before its first check, as on stage. */
const LOAD_MILLISECONDS = 2000;

/** Milliseconds beyond a check's limit, in which the worker itself may end a check that only waits. */
const SLACK_MILLISECONDS = 25;

/** Watches a run of checks. When a check is late, ends its worker and runs the remaining checks in a fresh one. */
export class CheckRunWatcher {
	#worker: WatchedWorker | undefined;
	readonly #planned = new Map<string, string[]>();
	/** Largest number of check files whose checks one worker has listed. */
	#known = 0;
	#files = 0;
	readonly #done = new Map<string, string[]>();
	#running: string[] | undefined;
	#begun = 0;
	#limit = 0;
	#waiting: CheckResult[] = [];
	#due: ReturnType<typeof setTimeout> | undefined;
	#watch: ReturnType<typeof setTimeout> | undefined;
	#over = false;
	readonly #started = performance.now();
	readonly #spare: WorkerReserve<WatchedWorker>;
	readonly #bundle: WorkerBundle;
	readonly #plan: CheckPlan;
	readonly #port: MessagePort;

	constructor(spare: WorkerReserve<WatchedWorker>, bundle: WorkerBundle, plan: CheckPlan, port: MessagePort) {
		this.#spare = spare;
		this.#bundle = bundle;
		this.#plan = plan;
		this.#port = port;
		this.#startWorker();
	}

	/** Ends the run for a newer one. The checks that are left become errors, so that an incomplete report never passes. */
	endForNewer(): void {
		if (this.#over) return;
		const problem: Problem = { kind: 'crash', message: 'A newer request took its place.' };
		this.#failRemainingChecks(problem);
		this.#endCheckRun(this.#areAllFilesListed ? undefined : problem);
	}

	#endCheckRun(load?: Problem): void {
		if (this.#over) return;
		this.#over = true;
		clearTimeout(this.#watch);
		this.#worker?.end();
		this.#flush();
		this.#send({ type: 'done', ...(load === undefined ? {} : { load }) });
		this.#spare.scheduleReplacement(20);
	}

	get #areAllFilesListed(): boolean {
		return this.#known === this.#plan.files.length;
	}

	#startWorker(): void {
		const worker = this.#spare.takeWorker();
		this.#worker = worker;
		this.#running = undefined;
		this.#files = 0;
		this.#limit = Math.max(LOAD_MILLISECONDS, this.#plan.timeLimit);
		this.#begun = performance.now();
		worker.onMessage = (message) => this.#receive(worker, message);
		worker.onBroken = (message) => this.#failRunningCheck({ kind: 'crash', message });
		worker.send({ type: 'check', ...this.#bundle, plan: this.#plan, skip: [...this.#done.values()] });
		this.#startCheckTimer(worker);
	}

	#receive(worker: WatchedWorker, message: MessageFromWorker): void {
		if (this.#over || worker !== this.#worker) return;
		switch (message.type) {
			case 'ready':
				this.#begun = performance.now();
				return this.#startCheckTimer(worker);
			case 'planned':
				this.#files += 1;
				this.#known = Math.max(this.#known, this.#files);
				for (const path of message.paths) this.#planned.set(checkPathKey(path), path);
				return;
			case 'begun':
				this.#collectResults(message.results);
				this.#running = message.path;
				this.#limit = message.timeLimit;
				this.#begun = performance.now();
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
		clearTimeout(this.#watch);
		// The loading of the worker does not count towards the check's limit, but must end within the total limit.
		const limit = worker.isStarted ? this.#limit + SLACK_MILLISECONDS : this.#plan.totalLimit;
		const remainingMilliseconds = this.#started + this.#plan.totalLimit - performance.now();
		const wait = Math.min(this.#begun + limit - performance.now(), remainingMilliseconds);
		this.#watch = setTimeout(() => this.#endLateCheck(), Math.max(0, wait));
	}

	#endLateCheck(): void {
		const isTotal = performance.now() - this.#started >= this.#plan.totalLimit - 1;
		const problem: Problem = { kind: 'time', limit: isTotal ? this.#plan.totalLimit : this.#limit };
		if (isTotal) {
			this.#failRemainingChecks(problem);
			return this.#endCheckRun(this.#areAllFilesListed ? undefined : problem);
		}
		this.#failRunningCheck(problem);
	}

	#failRunningCheck(problem: Problem): void {
		if (this.#over) return;
		this.#worker?.end();
		const path = this.#running;
		if (path === undefined) return this.#endCheckRun(problem);
		this.#collectResults([{ path, status: 'error', problem, console: [], duration: performance.now() - this.#begun }]);
		this.#flush();
		const isLast = this.#areAllFilesListed && [...this.#planned.keys()].every((key) => this.#done.has(key));
		if (isLast) return this.#endCheckRun();
		this.#startWorker();
	}

	#failRemainingChecks(problem: Problem): void {
		for (const path of this.#planned.values())
			this.#collectResults([{ path, status: 'error', problem, console: [], duration: 0 }]);
	}

	#collectResults(results: CheckResult[]): void {
		for (const result of results) {
			const key = checkPathKey(result.path);
			if (this.#done.has(key)) continue;
			this.#done.set(key, result.path);
			this.#waiting.push(result);
		}
		if (this.#waiting.length > 0) this.#due ??= setTimeout(() => this.#flush(), COLLECT_MILLISECONDS);
	}

	#flush(): void {
		clearTimeout(this.#due);
		this.#due = undefined;
		if (this.#waiting.length === 0) return;
		this.#send({ type: 'results', results: this.#waiting });
		this.#waiting = [];
	}

	#send(message: MessageFromCheckRun): void {
		this.#port.postMessage(message);
	}
}
