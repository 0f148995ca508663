/** Keeps a loaded worker in reserve, so that an edit need not wait for one to start. */
export class WorkerReserve<T extends { end(): void }> {
	#reserve: T | undefined;
	#due: ReturnType<typeof setTimeout> | undefined;
	#prelude = '';
	readonly #make: () => T;
	readonly #prepare: (worker: T, prelude: string) => void;

	/** `prepare` lets a worker evaluate the prelude that the next program will probably have. */
	constructor(make: () => T, prepare: (worker: T, prelude: string) => void) {
		this.#make = make;
		this.#prepare = prepare;
		this.#reserve = make();
	}

	/** Prepares the worker in reserve, and those that come after it. */
	expectPrelude(prelude: string): void {
		if (prelude === this.#prelude) return;
		this.#prelude = prelude;
		if (this.#reserve !== undefined) this.#prepare(this.#reserve, prelude);
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
			this.#reserve ??= this.#makePrepared();
		}, delay);
	}

	#makePrepared(): T {
		const worker = this.#make();
		if (this.#prelude !== '') this.#prepare(worker, this.#prelude);
		return worker;
	}

	get reserve(): T | undefined {
		return this.#reserve;
	}
}
