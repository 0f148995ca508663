/** Sees one task through: attempt after attempt, ending the worker of one that does not stop by itself. */
import type { Worker } from 'node:worker_threads';
import type { Attempt, FromAttempt, LoadProblem, Outcome, Task } from '../plan.ts';
import type { CheckResult, Problem } from '../../report.ts';
import type { Workers } from './client.ts';

/** Milliseconds that the engine has for stopping by itself. */
const GRACE = 50;

type Phase = Extract<FromAttempt, { type: 'phase' }>;

interface Ending {
	load?: LoadProblem;
	fatal?: Problem;
	phase: Phase | undefined;
	began: number;
}

export class Seat {
	readonly #workers: Workers;
	#worker: Worker | undefined;

	constructor(workers: Workers) {
		this.#workers = workers;
	}

	async perform(task: Task): Promise<Outcome> {
		const start = performance.now();
		const results: CheckResult[] = [];
		const described: Outcome['planned'] = [];
		let planned: string[][] = [];
		for (;;) {
			const left = task.limits.total - (performance.now() - start);
			const done = new Set(results.map(({ path }) => key(path)));
			const isDescribed = task.files.every(({ path }) => described.some(({ file }) => file === path));
			if (left <= 0 && !isDescribed) {
				// So that what was never begun is counted: nothing of it is run.
				const plans: Outcome['planned'] = [];
				await this.#attempt({ task, skip: [], left: task.limits.time, plansOnly: true }, results, plans);
				described.push(...plans);
				for (const { paths } of plans) planned = merged(planned, paths);
			}
			if (left <= 0 || (isDescribed && unreported(planned, results) === undefined)) {
				const missing = planned.filter((path) => !done.has(key(path)));
				results.push(...missing.map((path) => broken(path, { kind: 'time', limit: task.limits.total }, 0)));
				return { results, planned: described, duration: performance.now() - start };
			}
			const plans: Outcome['planned'] = [];
			const skip = results.map(({ path }) => path);
			const ending = await this.#attempt({ task, skip, left, plansOnly: false }, results, plans);
			described.push(...plans);
			for (const { paths } of plans) planned = merged(planned, paths);
			const duration = performance.now() - start;
			if (ending.fatal === undefined)
				return { results, planned: described, ...(ending.load && { load: ending.load }), duration };
			const path = ending.phase?.path ?? unreported(planned, results);
			// Nothing is known yet of what there is to check: it broke while it was loaded.
			if (path === undefined || planned.length === 0) {
				const load = { problem: ending.fatal, side: ending.phase?.side ?? 'program' };
				return { results, planned: described, load, duration };
			}
			results.push(broken(path, ending.fatal, performance.now() - ending.began));
		}
	}

	close(): void {
		void this.#worker?.terminate();
	}

	#attempt(attempt: Attempt, results: CheckResult[], plans: Outcome['planned']): Promise<Ending> {
		const { time } = attempt.task.limits;
		const worker = (this.#worker ??= this.#workers.take());
		let phase: Phase | undefined;
		let began = performance.now();
		return new Promise((resolve) => {
			let watchdog: NodeJS.Timeout | undefined;
			const end = (ending: { load?: LoadProblem; fatal?: Problem }): void => {
				clearTimeout(watchdog);
				worker.removeAllListeners();
				worker.on('error', () => undefined);
				resolve({ ...ending, phase, began });
			};
			const lose = (fatal: Problem): void => {
				this.#worker = undefined;
				end({ fatal });
				void worker.terminate();
			};
			const watch = (milliseconds: number): void => {
				clearTimeout(watchdog);
				watchdog = setTimeout(() => lose({ kind: 'time', limit: phase?.limit ?? time }), milliseconds);
			};
			worker.on('message', (message: FromAttempt) => {
				switch (message.type) {
					case 'phase':
						phase = message;
						began = performance.now();
						return watch(message.within + GRACE);
					case 'planned':
						plans.push({ file: message.file, paths: message.paths });
						return;
					case 'result':
						results.push(message.result);
						return;
					case 'ended':
						return end(message);
				}
			});
			worker.on('error', (error: Error & { code?: string }) => {
				const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
				lose(isMemory ? { kind: 'memory' } : { kind: 'crash', message: error.message });
			});
			worker.on('exit', () => lose({ kind: 'crash', message: 'The engine ended.' }));
			// A thread that only starts now needs a moment before its first word.
			watch(time + 5000);
			worker.postMessage(attempt);
		});
	}
}

const key = (path: string[]): string => path.join('\u0000');

/** A later attempt plans only what is left. */
function merged(before: string[][], now: string[][]): string[][] {
	const known = new Set(before.map(key));
	return [...before, ...now.filter((path) => !known.has(key(path)))];
}

function unreported(planned: string[][], results: CheckResult[]): string[] | undefined {
	const done = new Set(results.map(({ path }) => key(path)));
	return planned.find((path) => !done.has(key(path)));
}

function broken(path: string[], problem: Problem, duration: number): CheckResult {
	return { path, status: 'error', problem, console: [], duration };
}
