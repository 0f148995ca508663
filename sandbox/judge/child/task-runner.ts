/** Runs one task in one or more attempts, and ends the worker of an attempt that does not stop. */
import type { Worker } from 'node:worker_threads';
import type { Attempt, AttemptMessage, LoadProblem, TaskOutcome, JudgeTask } from '../plan.ts';
import { checkPathKey, type CheckResult, type Problem } from '../../report.ts';
import type { AttemptWorkers } from './client.ts';
import { Watchdog } from './watchdog.ts';

/** Milliseconds of real time in which a thread must have started, even on a busy machine. */
const START_MILLISECONDS = 60_000;

type Phase = Extract<AttemptMessage, { type: 'phase' }>;

interface AttemptEnding {
	load?: LoadProblem;
	fatal?: Problem;
	phase: Phase | undefined;
	workedMilliseconds: number;
}

export class TaskRunner {
	readonly #workers: AttemptWorkers;
	#worker: Worker | undefined;

	constructor(workers: AttemptWorkers) {
		this.#workers = workers;
	}

	async runTask(task: JudgeTask): Promise<TaskOutcome> {
		const start = performance.now();
		const results: CheckResult[] = [];
		const filePlans: TaskOutcome['planned'] = [];
		let planned: string[][] = [];
		let worked = 0;
		for (;;) {
			const remainingMilliseconds = task.limits.total - worked;
			const reportedKeys = new Set(results.map(({ path }) => checkPathKey(path)));
			const isDescribed = task.files.every(({ path }) => filePlans.some(({ file }) => file === path));
			if (remainingMilliseconds <= 0 && !isDescribed) {
				// The total limit is used up. The remaining checks are only listed, so that checks that never began are counted.
				const plans: TaskOutcome['planned'] = [];
				await this.#attempt({ task, skip: [], left: task.limits.time, plansOnly: true }, results, plans);
				filePlans.push(...plans);
				for (const { paths } of plans) planned = mergePaths(planned, paths);
			}
			if (remainingMilliseconds <= 0 || (isDescribed && firstUnreported(planned, results) === undefined)) {
				const missing = planned.filter((path) => !reportedKeys.has(checkPathKey(path)));
				results.push(...missing.map((path) => errorResult(path, { kind: 'time', limit: task.limits.total }, 0)));
				return { results, planned: filePlans, duration: performance.now() - start };
			}
			const plans: TaskOutcome['planned'] = [];
			const skip = results.map(({ path }) => path);
			const ending = await this.#attempt({ task, skip, left: remainingMilliseconds, plansOnly: false }, results, plans);
			worked += ending.workedMilliseconds;
			filePlans.push(...plans);
			for (const { paths } of plans) planned = mergePaths(planned, paths);
			const duration = performance.now() - start;
			if (ending.fatal === undefined)
				return { results, planned: filePlans, ...(ending.load && { load: ending.load }), duration };
			const path = ending.phase?.path ?? firstUnreported(planned, results);
			// No check is known yet, so the program or the checks broke while loading.
			if (path === undefined || planned.length === 0) {
				const load = { problem: ending.fatal, side: ending.phase?.side ?? 'program' };
				return { results, planned: filePlans, load, duration };
			}
			results.push(
				errorResult(path, ending.fatal, ending.workedMilliseconds - (ending.phase?.worked.milliseconds ?? 0))
			);
			if (task.stopsWhenFatal === true) return { results, planned: filePlans, duration };
		}
	}

	close(): void {
		void this.#worker?.terminate();
	}

	#attempt(attempt: Attempt, results: CheckResult[], plans: TaskOutcome['planned']): Promise<AttemptEnding> {
		const { time } = attempt.task.limits;
		const worker = (this.#worker ??= this.#workers.takeWorker());
		let phase: Phase | undefined;
		return new Promise((resolve) => {
			const end = (ending: { load?: LoadProblem; fatal?: Problem }, workedMilliseconds: number): void => {
				watchdog.stop();
				worker.removeAllListeners();
				worker.on('error', () => undefined);
				resolve({ ...ending, phase, workedMilliseconds });
			};
			const lose = (fatal: Problem): void => {
				this.#worker = undefined;
				end({ fatal }, (phase?.worked.milliseconds ?? 0) + (phase === undefined ? 0 : watchdog.worked));
				void worker.terminate();
			};
			const watchdog = new Watchdog(() => lose({ kind: 'time', limit: phase?.limit ?? time }));
			worker.on('message', (message: AttemptMessage) => {
				switch (message.type) {
					case 'phase':
						phase = message;
						return watchdog.watchThread(message.within, message.worked.thread);
					case 'planned':
						plans.push({ file: message.file, paths: message.paths });
						return;
					case 'result':
						results.push(message.result);
						return;
					case 'ended':
						return end(message, message.worked.milliseconds);
				}
			});
			worker.on('error', (error: Error & { code?: string }) => {
				const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
				lose(isMemory ? { kind: 'memory' } : { kind: 'crash', message: error.message });
			});
			worker.on('exit', () => lose({ kind: 'crash', message: 'The engine ended.' }));
			watchdog.expectStartWithin(START_MILLISECONDS);
			worker.postMessage(attempt);
		});
	}
}

function mergePaths(before: string[][], now: string[][]): string[][] {
	const knownKeys = new Set(before.map(checkPathKey));
	return [...before, ...now.filter((path) => !knownKeys.has(checkPathKey(path)))];
}

function firstUnreported(planned: string[][], results: CheckResult[]): string[] | undefined {
	const reportedKeys = new Set(results.map(({ path }) => checkPathKey(path)));
	return planned.find((path) => !reportedKeys.has(checkPathKey(path)));
}

function errorResult(path: string[], problem: Problem, duration: number): CheckResult {
	return { path, status: 'error', problem, console: [], duration };
}
