/** Runs a fixed number of tasks at a time; other tasks wait in order of arrival. */
export class ConcurrencyLimiter {
	#runningCount = 0;
	readonly #waitingTurns: (() => void)[] = [];

	constructor(private readonly most: number) {}

	get waitingCount(): number {
		return this.#waitingTurns.length;
	}

	async run<Value>(work: () => Promise<Value>): Promise<Value> {
		if (this.#runningCount >= this.most) await new Promise<void>((begin) => this.#waitingTurns.push(begin));
		else this.#runningCount += 1;
		try {
			return await work();
		} finally {
			// Give the free place to the next waiting task, so that a new task cannot take it first.
			const next = this.#waitingTurns.shift();
			if (next) next();
			else this.#runningCount -= 1;
		}
	}
}
