/** Mirrors the other realm's promises, which settle by messages. */
import { MalformedMessageError } from './message.ts';

interface PromiseSettlers {
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

const { then } = Promise.prototype;

export class MirroredPromises {
	readonly #sendSettlement: (id: string, isFulfilled: boolean, value: unknown) => void;
	/** The functions that settle each pending promise. The map also keeps the promise alive, because nothing else may hold it. */
	readonly #endsByPromise = new Map<unknown, PromiseSettlers>();

	constructor(sendSettlement: (id: string, isFulfilled: boolean, value: unknown) => void) {
		this.#sendSettlement = sendSettlement;
	}

	watchPromise(id: string, promise: Promise<unknown>): void {
		void Reflect.apply(then, promise, [
			(value: unknown) => this.#sendSettlement(id, true, value),
			(error: unknown) => this.#sendSettlement(id, false, error)
		]);
	}

	makeMirroredPromise(): object {
		let ends: PromiseSettlers | undefined;
		const promise = new Promise((resolve, reject) => {
			ends = { resolve, reject };
		});
		// A rejection is reported in the realm that made the promise, so it must not count as unhandled here.
		void Reflect.apply(then, promise, [undefined, () => undefined]);
		if (ends !== undefined) this.#endsByPromise.set(promise, ends);
		return promise;
	}

	settlePromise(promise: unknown, isFulfilled: boolean, value: unknown): void {
		const ends = this.#endsByPromise.get(promise);
		if (ends === undefined) throw new MalformedMessageError('not a promise that is waited for');
		this.#endsByPromise.delete(promise);
		if (isFulfilled) ends.resolve(value);
		else ends.reject(value);
	}
}
