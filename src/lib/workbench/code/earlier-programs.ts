/** The programs that have drawn, from which the last good one plays again when newer ones fail. */
import type { Staging } from './staging.ts';

/** Milliseconds after which a program that still runs needs none before it to fall back on. */
const PROVEN = 2000;
const MOST_EARLIER = 10;

export class EarlierPrograms {
	/** The newest that drew. */
	#newest: Staging | null = null;
	/** Those before it that have not failed, the newest last. */
	#before: Staging[] = [];

	/** Takes a program that has just drawn for the first time. */
	add(staging: Staging): void {
		if (this.#newest !== null && !this.#newest.hasFailed) this.#keep(this.#newest);
		this.#newest = staging;
	}

	/** Returns the newest that has not failed. */
	get lastGood(): Staging | undefined {
		return this.#newest?.hasFailed === false ? this.#newest : this.#before.findLast(({ hasFailed }) => !hasFailed);
	}

	forget(): void {
		this.#newest = null;
		this.#before = [];
	}

	/** A program that the next key replaced may still fail when it plays again: those before it stay, as long as it is not proven. */
	#keep(staging: Staging): void {
		if (performance.now() - staging.drawn >= PROVEN) this.#before = [];
		this.#before.push(staging);
		if (this.#before.length > MOST_EARLIER) this.#before.splice(1, 1);
	}
}
