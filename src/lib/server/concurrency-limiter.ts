/** Runs a fixed number of tasks at a time; the others wait in order of arrival. */
export class ConcurrencyLimiter {
	#running = 0;
	readonly #waiting: (() => void)[] = [];

	constructor(private readonly most: number) {}

	get waitingCount(): number {
		return this.#waiting.length;
	}

	async run<Value>(work: () => Promise<Value>): Promise<Value> {
		if (this.#running >= this.most) await new Promise<void>((begin) => this.#waiting.push(begin));
		else this.#running += 1;
		try {
			return await work();
		} finally {
			// Give the free place to the next in line, so that a newcomer cannot take it first.
			const next = this.#waiting.shift();
			if (next) next();
			else this.#running -= 1;
		}
	}
}
