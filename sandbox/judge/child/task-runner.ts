import type { Worker } from 'node:worker_threads';
import type {
	TaskAttempt,
	AttemptMessage,
	AttemptPhase,
	LoadProblem,
	TaskOutcome,
	JudgeTask
} from '../task-messages.ts';
import { checkPathKey, type CheckResult, type Problem } from '../../report.ts';
import { MAX_TASK_CONSOLE_CHARACTERS } from '../worker/console.ts';
import { type AttemptWorkers, Watchdog } from './client.ts';

/** In place of an outcome that is too long, sends that the program took too much memory. */
export function sendOutcomeOrMemoryProblem(outcome: TaskOutcome, send: (outcome: TaskOutcome) => void): void {
	try {
		send(outcome);
	} catch {
		// The outcome is longer than a text can be. Uncaught, the error would end the process and lose all other tasks.
		const loadProblem = { problem: { kind: 'memory' }, side: 'program' } as const;
		send({ results: [], filePlans: [], loadProblem, duration: outcome.duration });
	}
}

/** Milliseconds of real time in which a thread must have started, even on a busy machine. */
const THREAD_START_LIMIT_MILLISECONDS = 60_000;

interface AttemptEnding {
	loadProblem?: LoadProblem;
	fatal?: Problem;
	phase: AttemptPhase | undefined;
	workedMilliseconds: number;
}

export class TaskRunner {
	readonly #workers: AttemptWorkers;
	#worker: Worker | undefined;
	#consoleCharactersLeft = 0;

	constructor(workers: AttemptWorkers) {
		this.#workers = workers;
	}

	async runTask(task: JudgeTask): Promise<TaskOutcome> {
		const startTime = performance.now();
		this.#consoleCharactersLeft = MAX_TASK_CONSOLE_CHARACTERS;
		const results: CheckResult[] = [];
		const filePlans: TaskOutcome['filePlans'] = [];
		let plannedPaths: string[][] = [];
		let workedMilliseconds = 0;
		for (;;) {
			const remainingMilliseconds = task.limits.total - workedMilliseconds;
			const reportedKeys = new Set(results.map(({ path }) => checkPathKey(path)));
			const isDescribed = task.files.every(({ path }) => filePlans.some(({ file }) => file === path));
			if (remainingMilliseconds <= 0 && !isDescribed) {
				// The total limit is used up. The remaining checks are only listed, so that checks that never began are counted.
				const plans: TaskOutcome['filePlans'] = [];
				await this.#attempt(
					{ task, skippedPaths: [], remainingMilliseconds: task.limits.time, isPlanOnly: true },
					results,
					plans
				);
				filePlans.push(...plans);
				for (const { paths } of plans) plannedPaths = mergeCheckPaths(plannedPaths, paths);
			}
			if (remainingMilliseconds <= 0 || (isDescribed && findFirstUnreportedPath(plannedPaths, results) === undefined)) {
				const missingPaths = plannedPaths.filter((path) => !reportedKeys.has(checkPathKey(path)));
				results.push(
					...missingPaths.map((path) => createCheckErrorResult(path, { kind: 'time', limit: task.limits.total }, 0))
				);
				return { results, filePlans, duration: performance.now() - startTime };
			}
			const plans: TaskOutcome['filePlans'] = [];
			const reportedPaths = results.map(({ path }) => path);
			const ending = await this.#attempt(
				{ task, skippedPaths: reportedPaths, remainingMilliseconds, isPlanOnly: false },
				results,
				plans
			);
			workedMilliseconds += ending.workedMilliseconds;
			filePlans.push(...plans);
			for (const { paths } of plans) plannedPaths = mergeCheckPaths(plannedPaths, paths);
			const duration = performance.now() - startTime;
			if (ending.fatal === undefined)
				return { results, filePlans, ...(ending.loadProblem && { loadProblem: ending.loadProblem }), duration };
			const path = ending.phase?.path ?? findFirstUnreportedPath(plannedPaths, results);
			if (path === undefined || plannedPaths.length === 0) {
				const loadProblem = { problem: ending.fatal, side: ending.phase?.side ?? 'program' };
				return { results, filePlans, loadProblem, duration };
			}
			results.push(
				createCheckErrorResult(
					path,
					ending.fatal,
					ending.workedMilliseconds - (ending.phase?.processorTimeUsed.milliseconds ?? 0)
				)
			);
			if (task.stopsWhenFatal === true) return { results, filePlans, duration };
		}
	}

	close(): void {
		void this.#worker?.terminate();
	}

	#attempt(
		attempt: Omit<TaskAttempt, 'consoleCharactersLeft'>,
		results: CheckResult[],
		plans: TaskOutcome['filePlans']
	): Promise<AttemptEnding> {
		const { time } = attempt.task.limits;
		const worker = (this.#worker ??= this.#workers.takeWorker());
		let phase: AttemptPhase | undefined;
		return new Promise((resolve) => {
			const endAttempt = (ending: { loadProblem?: LoadProblem; fatal?: Problem }, workedMilliseconds: number): void => {
				watchdog.stop();
				worker.removeAllListeners();
				worker.on('error', () => undefined);
				resolve({ ...ending, phase, workedMilliseconds });
			};
			const endAttemptAndWorker = (fatal: Problem): void => {
				this.#worker = undefined;
				endAttempt(
					{ fatal },
					(phase?.processorTimeUsed.milliseconds ?? 0) + (phase === undefined ? 0 : watchdog.workedMilliseconds)
				);
				void worker.terminate();
			};
			const watchdog = new Watchdog(() => endAttemptAndWorker({ kind: 'time', limit: phase?.limit ?? time }));
			const beginPhase = (begunPhase: AttemptPhase): void => {
				phase = begunPhase;
				watchdog.watchThread(begunPhase.allowedMilliseconds, begunPhase.processorTimeUsed.thread);
			};
			worker.on('message', (message: AttemptMessage) => {
				switch (message.type) {
					case 'phase':
						return beginPhase(message.phase);
					case 'planned':
						plans.push({ file: message.file, paths: message.paths });
						return;
					case 'result':
						results.push(message.result);
						this.#consoleCharactersLeft -= message.consoleCharacters;
						return beginPhase(message.phase);
					case 'ended':
						return endAttempt(message, message.processorTimeUsed.milliseconds);
				}
			});
			worker.on('error', (error: Error & { code?: string }) => {
				const isOutOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
				endAttemptAndWorker(isOutOfMemory ? { kind: 'memory' } : { kind: 'crash', message: error.message });
			});
			worker.on('exit', () => endAttemptAndWorker({ kind: 'crash', message: 'The engine ended.' }));
			watchdog.expectStartWithin(THREAD_START_LIMIT_MILLISECONDS);
			worker.postMessage({ ...attempt, consoleCharactersLeft: this.#consoleCharactersLeft } satisfies TaskAttempt);
		});
	}
}

function mergeCheckPaths(knownPaths: string[][], newPaths: string[][]): string[][] {
	const knownKeys = new Set(knownPaths.map(checkPathKey));
	return [...knownPaths, ...newPaths.filter((path) => !knownKeys.has(checkPathKey(path)))];
}

function findFirstUnreportedPath(plannedPaths: string[][], results: CheckResult[]): string[] | undefined {
	const reportedKeys = new Set(results.map(({ path }) => checkPathKey(path)));
	return plannedPaths.find((path) => !reportedKeys.has(checkPathKey(path)));
}

function createCheckErrorResult(path: string[], problem: Problem, duration: number): CheckResult {
	return { path, status: 'error', problem, console: [], duration };
}
