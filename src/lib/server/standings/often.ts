/** How often one person may say something: more than any student does, and less than would disturb the others. By process, and forgotten soon. */

/** So many at once, and one more each time that so many milliseconds are past. */
const AT_ONCE = 20;
const ONE_MORE = 500;

export class Often {
	/** When the next would come if they came one by one. */
	readonly #due = new Map<string, number>();
	#swept = 0;

	isTooOften(person: string, now: number): boolean {
		this.#sweep(now);
		const due = Math.max(now, this.#due.get(person) ?? 0) + ONE_MORE;
		if (due - now > AT_ONCE * ONE_MORE) return true;
		this.#due.set(person, due);
		return false;
	}

	/** Whoever has not said anything for a while is not remembered. */
	#sweep(now: number): void {
		if (now - this.#swept < AT_ONCE * ONE_MORE) return;
		this.#swept = now;
		for (const [person, due] of this.#due) if (due <= now) this.#due.delete(person);
	}
}
