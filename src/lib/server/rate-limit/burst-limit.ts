/** Limits bursts of messages per person, in the memory of this process. */

export class BurstLimit {
	/** By person: the moment at which the next message would be due if the person sent at the steady rate. */
	readonly #dueByPerson = new Map<string, number>();
	#sweptAt = 0;

	/** Allows `mostAtOnce` messages in a burst, and one more every `millisecondsPerMessage`. */
	constructor(
		private readonly mostAtOnce = 20,
		private readonly millisecondsPerMessage = 500
	) {}

	isTooOften(person: string, now: number): boolean {
		this.#forgetIdlePeople(now);
		const due = Math.max(now, this.#dueByPerson.get(person) ?? 0) + this.millisecondsPerMessage;
		if (due - now > this.mostAtOnce * this.millisecondsPerMessage) return true;
		this.#dueByPerson.set(person, due);
		return false;
	}

	/** Forgets people who have sent nothing recently. */
	#forgetIdlePeople(now: number): void {
		if (now - this.#sweptAt < this.mostAtOnce * this.millisecondsPerMessage) return;
		this.#sweptAt = now;
		for (const [person, due] of this.#dueByPerson) if (due <= now) this.#dueByPerson.delete(person);
	}
}
