/** What one place in the queue gives to whoever asked. */
export type Turn<Result> = { kind: 'done'; result: Result } | { kind: 'superseded' };

/** One active and one waiting task: the newest replaces the one that waits. */
export class LatestQueue<Task, Result> {
	readonly #work: (task: Task) => Promise<Result>;
	#active = false;
	#waiting: { task: Task; settle: (turn: Turn<Result> | Promise<Turn<Result>>) => void } | undefined;

	constructor(work: (task: Task) => Promise<Result>) {
		this.#work = work;
	}

	push(task: Task): Promise<Turn<Result>> {
		if (!this.#active) return this.#perform(task);
		this.#waiting?.settle({ kind: 'superseded' });
		return new Promise((settle) => {
			this.#waiting = { task, settle };
		});
	}

	/** Lets go of what waits; what is active still answers. */
	clear(): void {
		this.#waiting?.settle({ kind: 'superseded' });
		this.#waiting = undefined;
	}

	async #perform(task: Task): Promise<Turn<Result>> {
		this.#active = true;
		try {
			return { kind: 'done', result: await this.#work(task) };
		} finally {
			this.#active = false;
			const next = this.#waiting;
			this.#waiting = undefined;
			if (next !== undefined) next.settle(this.#perform(next.task));
		}
	}
}
