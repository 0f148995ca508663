/** Takes hand-ins in a few at a time: when the bell rings, pages of everyone else must not wait behind a whole class. */

/** Milliseconds of the database each; more at once would not be quicker. */
const AT_ONCE = 2;

export class Turns {
	#running = 0;
	readonly #waiting: (() => void)[] = [];

	constructor(private readonly atOnce = AT_ONCE) {}

	/** In the order in which they came. */
	async run<Value>(work: () => Promise<Value>): Promise<Value> {
		if (this.#running >= this.atOnce) await new Promise<void>((turn) => this.#waiting.push(turn));
		else this.#running += 1;
		try {
			return await work();
		} finally {
			// Whoever is next takes the place over, so that nobody slips in between.
			const next = this.#waiting.shift();
			if (next) next();
			else this.#running -= 1;
		}
	}
}

/** The ones of this process. */
export const handInTurns = new Turns();
