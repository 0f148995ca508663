/** Limits bursts of messages per person, in the memory of this process. */

export class BurstLimit {
	/** By person: the moment at which the next message would be due if the person sent at the steady rate. */
	readonly #dueByPerson = new Map<string, number>();
	#sweptAt = 0;

	/** Allows `atOnce` messages in a burst, and one more message every `oneMore` milliseconds. */
	constructor(
		private readonly atOnce = 20,
		private readonly oneMore = 500
	) {}

	isTooOften(person: string, now: number): boolean {
		this.#forgetIdlePeople(now);
		const due = Math.max(now, this.#dueByPerson.get(person) ?? 0) + this.oneMore;
		if (due - now > this.atOnce * this.oneMore) return true;
		this.#dueByPerson.set(person, due);
		return false;
	}

	/** Forgets people who have sent nothing recently. */
	#forgetIdlePeople(now: number): void {
		if (now - this.#sweptAt < this.atOnce * this.oneMore) return;
		this.#sweptAt = now;
		for (const [person, due] of this.#dueByPerson) if (due <= now) this.#dueByPerson.delete(person);
	}
}
