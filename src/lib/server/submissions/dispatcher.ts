/** Judges what waits, a few at a time and in turn, until nothing waits. */
import type { Database } from '../db/database.ts';
import { leaveAll, putBack, stayAtWork, takeNext, type Taken } from './verdict-queue.ts';

/** Milliseconds. Whoever hands in wakes this process at once; others are found so late at most, and what is paused too. */
const LOOK_EVERY = 10_000;

export interface DispatcherOptions {
	database: Database;
	/** How many are judged at a time, without those that take long. */
	seats: number;
	/** Milliseconds after which one takes long: it goes on, and another begins beside it. */
	long: number;
	/** How many are judged at a time at most, those that take long included. */
	most: number;
	/** When it rejects, it is tried again later. */
	judge: (taken: Taken) => Promise<void>;
	failed: (error: unknown) => void;
}

export class Dispatcher {
	readonly #options: DispatcherOptions;
	/** As the database names this process. */
	readonly #process = crypto.randomUUID();
	readonly #workers = new Set<Promise<void>>();
	#atWork = 0;
	#isWoken = false;
	#isStopped = false;
	#looking: NodeJS.Timeout | undefined;

	constructor(options: DispatcherOptions) {
		this.#options = options;
	}

	/** From now on it looks by itself too. */
	begin(): void {
		this.#looking = setInterval(() => void this.#look(), LOOK_EVERY).unref();
		this.wake();
	}

	/** Something waits. */
	wake(): void {
		this.#isWoken = true;
		if (this.#isStopped || this.#atWork >= this.#options.seats) return;
		this.#atWork += 1;
		const worker = this.#work()
			.catch(this.#options.failed)
			.finally(() => this.#workers.delete(worker));
		this.#workers.add(worker);
	}

	/** Resolves when nothing can be taken any more. */
	async idle(): Promise<void> {
		while (this.#workers.size > 0) await Promise.all(this.#workers);
	}

	/** Takes nothing more. `end` ends what is under way; what had no verdict then is the next process's. */
	async stop(end: () => Promise<void>): Promise<void> {
		this.#isStopped = true;
		clearInterval(this.#looking);
		await end();
		await this.idle();
		await leaveAll(this.#options.database, this.#process);
	}

	async #work(): Promise<void> {
		const { database } = this.#options;
		let hasSeat = true;
		const leave = (): void => {
			if (hasSeat) this.#atWork -= 1;
			hasSeat = false;
		};
		try {
			while (!this.#isStopped && hasSeat) {
				this.#isWoken = false;
				const taken = await takeNext(database, this.#process);
				if (taken !== undefined) await this.#judge(taken, leave);
				// Whoever woke it meanwhile may have come too late to be seen.
				else if (!this.#isWoken) return;
			}
			// The same student's next had to wait for what took long.
			this.wake();
		} finally {
			// In the same moment as that was looked at: whoever wakes it from now on finds a free seat.
			leave();
		}
	}

	/** `leave` gives the seat to somebody else: programs that take long would keep everyone waiting. */
	async #judge(taken: Taken, leave: () => void): Promise<void> {
		const { database, judge, failed, long, most } = this.#options;
		// Another seat looks for another student.
		this.wake();
		const late = setTimeout(() => {
			if (this.#workers.size > most) return;
			leave();
			this.wake();
		}, long);
		try {
			await judge(taken);
		} catch (error) {
			if (this.#isStopped) return;
			failed(error);
			await putBack(database, taken);
		} finally {
			clearTimeout(late);
		}
	}

	async #look(): Promise<void> {
		try {
			if (this.#workers.size > 0) await stayAtWork(this.#options.database, this.#process);
		} catch (error) {
			this.#options.failed(error);
		}
		this.wake();
	}
}
