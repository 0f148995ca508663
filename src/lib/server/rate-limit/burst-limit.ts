/** How often one person may say something: more than any student does, and less than would disturb the others. By process, and forgotten soon. */

export class BurstLimit {
	/** When the next would come if they came one by one. */
	readonly #due = new Map<string, number>();
	#swept = 0;

	/** So many at once, and one more each time that so many milliseconds are past. */
	constructor(
		private readonly atOnce = 20,
		private readonly oneMore = 500
	) {}

	isTooOften(person: string, now: number): boolean {
		this.#sweep(now);
		const due = Math.max(now, this.#due.get(person) ?? 0) + this.oneMore;
		if (due - now > this.atOnce * this.oneMore) return true;
		this.#due.set(person, due);
		return false;
	}

	/** Whoever has not said anything for a while is not remembered. */
	#sweep(now: number): void {
		if (now - this.#swept < this.atOnce * this.oneMore) return;
		this.#swept = now;
		for (const [person, due] of this.#due) if (due <= now) this.#due.delete(person);
	}
}
