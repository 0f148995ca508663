/** Keeps a loaded worker in reserve, so that no edit has to wait for a worker to start. */
export class WorkerReserve<T> {
	#reserveWorker: T | undefined;
	#replacementTimer: ReturnType<typeof setTimeout> | undefined;
	#prelude = '';
	readonly #makeWorker: () => T;
	readonly #prepare: (worker: T, prelude: string) => void;

	/** `prepare` lets a worker evaluate a prelude before the program that needs it comes. */
	constructor(make: () => T, prepare: (worker: T, prelude: string) => void) {
		this.#makeWorker = make;
		this.#prepare = prepare;
		this.#reserveWorker = make();
	}

	/** Sets the prelude that the next program will probably have, for the worker in reserve and for later ones. */
	setExpectedPrelude(prelude: string): void {
		if (prelude === this.#prelude) return;
		this.#prelude = prelude;
		if (this.#reserveWorker !== undefined) this.#prepare(this.#reserveWorker, prelude);
	}

	/** Returns the worker in reserve, or a new worker if there is none. A new worker for the reserve is made soon afterwards. */
	takeWorker(): T {
		const worker = this.#reserveWorker ?? this.#makeWorker();
		this.#reserveWorker = undefined;
		// The next worker starts a little later, so that it does not compete with this worker for the processor.
		this.scheduleReplacement(200);
		return worker;
	}

	scheduleReplacement(delay: number): void {
		clearTimeout(this.#replacementTimer);
		this.#replacementTimer = setTimeout(() => {
			this.#reserveWorker ??= this.#makePrepared();
		}, delay);
	}

	#makePrepared(): T {
		const worker = this.#makeWorker();
		if (this.#prelude !== '') this.#prepare(worker, this.#prelude);
		return worker;
	}

	get reserve(): T | undefined {
		return this.#reserveWorker;
	}
}
