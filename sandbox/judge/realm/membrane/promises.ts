/** Mirrors the other realm's promises, which messages settle. */
import { MalformedMessage } from './message.ts';

interface PromiseEnds {
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

const { then } = Promise.prototype;

export class MirroredPromises {
	readonly #tell: (id: string, isFulfilled: boolean, value: unknown) => void;
	/** Keeps pending promises alive, because nothing else may hold them. */
	readonly #waiting = new Map<unknown, PromiseEnds>();

	constructor(tell: (id: string, isFulfilled: boolean, value: unknown) => void) {
		this.#tell = tell;
	}

	watchPromise(id: string, promise: Promise<unknown>): void {
		void Reflect.apply(then, promise, [
			(value: unknown) => this.#tell(id, true, value),
			(error: unknown) => this.#tell(id, false, error)
		]);
	}

	makePromise(): object {
		let ends: PromiseEnds | undefined;
		const promise = new Promise((resolve, reject) => {
			ends = { resolve, reject };
		});
		// The realm that made the promise reports a rejection; here it must not count as unhandled.
		void Reflect.apply(then, promise, [undefined, () => undefined]);
		if (ends !== undefined) this.#waiting.set(promise, ends);
		return promise;
	}

	settlePromise(promise: unknown, isFulfilled: boolean, value: unknown): void {
		const ends = this.#waiting.get(promise);
		if (ends === undefined) throw new MalformedMessage('not a promise that is waited for');
		this.#waiting.delete(promise);
		if (isFulfilled) ends.resolve(value);
		else ends.reject(value);
	}
}
