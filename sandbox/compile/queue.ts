export type NewestTaskResult<Result> = { kind: 'done'; result: Result } | { kind: 'superseded' };

export class NewestTaskQueue<Task, Result> {
	readonly #work: (task: Task) => Promise<Result>;
	#active = false;
	#waitingTask:
		| { task: Task; settle: (turn: NewestTaskResult<Result> | Promise<NewestTaskResult<Result>>) => void }
		| undefined;

	constructor(work: (task: Task) => Promise<Result>) {
		this.#work = work;
	}

	push(task: Task): Promise<NewestTaskResult<Result>> {
		if (!this.#active) return this.#perform(task);
		this.#waitingTask?.settle({ kind: 'superseded' });
		return new Promise((settle) => {
			this.#waitingTask = { task, settle };
		});
	}

	supersedeWaiting(): void {
		this.#waitingTask?.settle({ kind: 'superseded' });
		this.#waitingTask = undefined;
	}

	async #perform(task: Task): Promise<NewestTaskResult<Result>> {
		this.#active = true;
		try {
			return { kind: 'done', result: await this.#work(task) };
		} finally {
			this.#active = false;
			const next = this.#waitingTask;
			this.#waitingTask = undefined;
			if (next !== undefined) next.settle(this.#perform(next.task));
		}
	}
}
