/** Does so many things at a time and lets the others wait, in the order in which they came. */
export class Limiter {
	#running = 0;
	readonly #waiting: (() => void)[] = [];

	constructor(private readonly most: number) {}

	/** Resolves or rejects as `work` does. */
	async run<Value>(work: () => Promise<Value>): Promise<Value> {
		if (this.#running >= this.most) await new Promise<void>((begin) => this.#waiting.push(begin));
		else this.#running += 1;
		try {
			return await work();
		} finally {
			// The next one takes over the place, so that nobody who comes now gets it first.
			const next = this.#waiting.shift();
			if (next) next();
			else this.#running -= 1;
		}
	}
}
