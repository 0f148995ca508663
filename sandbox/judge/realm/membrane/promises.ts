/** A promise of the other half is a promise here, and a message settles it. */
import { Broken } from './message.ts';

interface Ends {
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

const { then } = Promise.prototype;

export class Promises {
	readonly #tell: (id: string, isFulfilled: boolean, value: unknown) => void;
	/** Holds what is waited for: nobody else may. */
	readonly #waiting = new Map<unknown, Ends>();

	constructor(tell: (id: string, isFulfilled: boolean, value: unknown) => void) {
		this.#tell = tell;
	}

	/** One of this half's. */
	watch(id: string, promise: Promise<unknown>): void {
		void Reflect.apply(then, promise, [
			(value: unknown) => this.#tell(id, true, value),
			(error: unknown) => this.#tell(id, false, error)
		]);
	}

	/** Stands for one of the other's. */
	make(): object {
		let ends: Ends | undefined;
		const promise = new Promise((resolve, reject) => {
			ends = { resolve, reject };
		});
		// Nobody may wait for it here, and it is told where it was made.
		void Reflect.apply(then, promise, [undefined, () => undefined]);
		if (ends !== undefined) this.#waiting.set(promise, ends);
		return promise;
	}

	settle(promise: unknown, isFulfilled: boolean, value: unknown): void {
		const ends = this.#waiting.get(promise);
		if (ends === undefined) throw new Broken('not a promise that is waited for');
		this.#waiting.delete(promise);
		if (isFulfilled) ends.resolve(value);
		else ends.reject(value);
	}
}
