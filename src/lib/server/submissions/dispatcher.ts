import type { Database } from '#lib/server/db/database.ts';
import { releaseOwnTasks, returnTaskForRetry, renewTaskLeases, takeNextTask, type TakenTask } from './verdict-queue.ts';

/**
 * Milliseconds between searches for waiting submissions. A hand-in to this process wakes the dispatcher at once; a search finds
 * submissions that came to other processes or were paused.
 */
const QUEUE_SEARCH_INTERVAL_MILLISECONDS = 10_000;

export interface DispatcherOptions {
	database: Database;
	/** Number of submissions that are judged at a time, not counting slow ones. */
	seats: number;
	/** Milliseconds after which a submission counts as slow and gives its seat to another. */
	slowAfterMilliseconds: number;
	/** Number of submissions that are judged at a time, including slow ones. */
	mostUnderWay: number;
	/** Judges one submission. When the promise rejects, the dispatcher tries again later. */
	judge: (task: TakenTask) => Promise<void>;
	onFailure: (error: unknown) => void;
}

export class VerdictDispatcher {
	readonly #options: DispatcherOptions;
	readonly #processId = crypto.randomUUID();
	readonly #workers = new Set<Promise<void>>();
	/** The tasks that this process runs now, also those of submissions that were replaced and have left the queue. */
	readonly #runningTasks = new Set<TakenTask>();
	#search: Promise<unknown> = Promise.resolve();
	#takenSeatCount = 0;
	#isWoken = false;
	#isStopped = false;
	#lookTimer: NodeJS.Timeout | undefined;

	constructor(options: DispatcherOptions) {
		this.#options = options;
	}

	begin(): void {
		this.#lookTimer = setInterval(() => void this.#renewLeaseAndWake(), QUEUE_SEARCH_INTERVAL_MILLISECONDS).unref();
		this.wake();
	}

	wake(): void {
		this.#isWoken = true;
		if (this.#isStopped || this.#takenSeatCount >= this.#options.seats) return;
		this.#takenSeatCount += 1;
		const worker = this.#runWorker()
			.catch(this.#options.onFailure)
			.finally(() => this.#workers.delete(worker));
		this.#workers.add(worker);
	}

	async waitUntilIdle(): Promise<void> {
		while (this.#workers.size > 0) await Promise.all(this.#workers);
	}

	/** `endRunning` aborts the running tasks; submissions without a verdict are left for the next process. */
	async stop(endRunning: () => Promise<void>): Promise<void> {
		this.#isStopped = true;
		clearInterval(this.#lookTimer);
		await endRunning();
		await this.waitUntilIdle();
		await releaseOwnTasks(this.#options.database, this.#processId);
	}

	async #runWorker(): Promise<void> {
		let hasSeat = true;
		const leaveSeat = (): void => {
			if (hasSeat) this.#takenSeatCount -= 1;
			hasSeat = false;
		};
		try {
			while (!this.#isStopped && hasSeat) {
				this.#isWoken = false;
				const task = await this.#takeTask();
				if (task !== undefined) await this.#judge(task, leaveSeat);
				// Search once more, because a submission may have arrived after `takeNextTask` searched.
				else if (!this.#isWoken) return;
			}
			// The slow submission is done, so the same student's next submission, which had to wait, can be taken.
			this.wake();
		} finally {
			// Free the seat synchronously after the last search, so that the next wake finds the seat free.
			leaveSeat();
		}
	}

	/** Workers search one after the other, so that each worker knows what the others took. */
	#takeTask(): Promise<TakenTask | undefined> {
		const search = this.#search.then(async () => {
			const busyStudents = [...this.#runningTasks].map(({ student }) => student);
			const task = await takeNextTask(this.#options.database, this.#processId, busyStudents);
			if (task !== undefined) this.#runningTasks.add(task);
			return task;
		});
		this.#search = search.catch(() => undefined);
		return search;
	}

	/** Judges one submission. `leaveSeat` gives up the seat when the program is slow, so that another submission can be judged. */
	async #judge(task: TakenTask, leaveSeat: () => void): Promise<void> {
		const { database, judge, onFailure, slowAfterMilliseconds, mostUnderWay } = this.#options;
		// Let another worker take another student's submission.
		this.wake();
		const slowTimer = setTimeout(() => {
			if (this.#workers.size > mostUnderWay) return;
			leaveSeat();
			this.wake();
		}, slowAfterMilliseconds);
		try {
			await judge(task);
		} catch (error) {
			if (this.#isStopped) return;
			onFailure(error);
			await returnTaskForRetry(database, task);
		} finally {
			clearTimeout(slowTimer);
			this.#runningTasks.delete(task);
		}
	}

	async #renewLeaseAndWake(): Promise<void> {
		try {
			if (this.#workers.size > 0) await renewTaskLeases(this.#options.database, this.#processId);
		} catch (error) {
			this.#options.onFailure(error);
		}
		this.wake();
	}
}
