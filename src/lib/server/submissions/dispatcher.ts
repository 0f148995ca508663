/** Judges waiting submissions, a few at a time and in turn, until none waits. */
import type { Database } from '#lib/server/db/database.ts';
import { releaseOwnTasks, retryLater, renewLease, takeNextTask, type TakenTask } from './verdict-queue.ts';

/**
 * Milliseconds between searches. A hand-in to this process wakes the dispatcher at once; a search finds those of other processes, and those
 * that were paused.
 */
const LOOK_EVERY = 10_000;

export interface DispatcherOptions {
	database: Database;
	/** Submissions judged at a time, not counting slow ones. */
	seats: number;
	/** Milliseconds after which a submission counts as slow and gives its seat to another. */
	slowAfter: number;
	/** Submissions judged at a time, slow ones included. */
	mostUnderWay: number;
	/** Judges one submission; when it rejects, the dispatcher tries again later. */
	judge: (task: TakenTask) => Promise<void>;
	onFailure: (error: unknown) => void;
}

export class VerdictDispatcher {
	readonly #options: DispatcherOptions;
	readonly #process = crypto.randomUUID();
	readonly #workers = new Set<Promise<void>>();
	#atWork = 0;
	#isWoken = false;
	#isStopped = false;
	#looking: NodeJS.Timeout | undefined;

	constructor(options: DispatcherOptions) {
		this.#options = options;
	}

	begin(): void {
		this.#looking = setInterval(() => void this.#renewLeaseAndWake(), LOOK_EVERY).unref();
		this.wake();
	}

	wake(): void {
		this.#isWoken = true;
		if (this.#isStopped || this.#atWork >= this.#options.seats) return;
		this.#atWork += 1;
		const worker = this.#runWorker()
			.catch(this.#options.onFailure)
			.finally(() => this.#workers.delete(worker));
		this.#workers.add(worker);
	}

	async waitUntilIdle(): Promise<void> {
		while (this.#workers.size > 0) await Promise.all(this.#workers);
	}

	/** Stops taking submissions. `end` aborts the running ones; those without a verdict are left for the next process. */
	async stop(end: () => Promise<void>): Promise<void> {
		this.#isStopped = true;
		clearInterval(this.#looking);
		await end();
		await this.waitUntilIdle();
		await releaseOwnTasks(this.#options.database, this.#process);
	}

	async #runWorker(): Promise<void> {
		const { database } = this.#options;
		let hasSeat = true;
		const leave = (): void => {
			if (hasSeat) this.#atWork -= 1;
			hasSeat = false;
		};
		try {
			while (!this.#isStopped && hasSeat) {
				this.#isWoken = false;
				const task = await takeNextTask(database, this.#process);
				if (task !== undefined) await this.#judge(task, leave);
				// A submission may have arrived after `takeNextTask` looked; look once more.
				else if (!this.#isWoken) return;
			}
			// The slow submission is done: the same student's next one, which had to wait for it, can be taken.
			this.wake();
		} finally {
			// Free the seat synchronously after the last look, so that the next wake finds it free.
			leave();
		}
	}

	/** Judges one submission. `leave` gives up the seat when the program is slow, so that it blocks no one else. */
	async #judge(task: TakenTask, leave: () => void): Promise<void> {
		const { database, judge, onFailure, slowAfter, mostUnderWay } = this.#options;
		// Let another worker look for another student's submission.
		this.wake();
		const late = setTimeout(() => {
			if (this.#workers.size > mostUnderWay) return;
			leave();
			this.wake();
		}, slowAfter);
		try {
			await judge(task);
		} catch (error) {
			if (this.#isStopped) return;
			onFailure(error);
			await retryLater(database, task);
		} finally {
			clearTimeout(late);
		}
	}

	async #renewLeaseAndWake(): Promise<void> {
		try {
			if (this.#workers.size > 0) await renewLease(this.#options.database, this.#process);
		} catch (error) {
			this.#options.onFailure(error);
		}
		this.wake();
	}
}
