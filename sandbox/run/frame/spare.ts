/** Keeps a loaded worker in reserve, so that an edit need not wait for one to start. */
export class WorkerReserve<T extends { end(): void }> {
	#reserve: T | undefined;
	#due: ReturnType<typeof setTimeout> | undefined;
	readonly #make: () => T;

	constructor(make: () => T) {
		this.#make = make;
		this.#reserve = make();
	}

	/** Returns the worker in reserve, or a new one, and soon makes another. */
	takeWorker(): T {
		const worker = this.#reserve ?? this.#make();
		this.#reserve = undefined;
		// Wait: another worker starting now would compete with this one for the processor.
		this.replaceIn(200);
		return worker;
	}

	replaceIn(delay: number): void {
		clearTimeout(this.#due);
		this.#due = setTimeout(() => {
			this.#reserve ??= this.#make();
		}, delay);
	}

	get reserve(): T | undefined {
		return this.#reserve;
	}
}
