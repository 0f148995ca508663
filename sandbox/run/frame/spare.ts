/** A warm worker kept in reserve, so that an edit does not wait for one to start. */
export class Spare<T extends { end(): void }> {
	#kept: T | undefined;
	#due: ReturnType<typeof setTimeout> | undefined;
	readonly #make: () => T;

	constructor(make: () => T) {
		this.#make = make;
		this.#kept = make();
	}

	/** The caller owns it from now on. */
	take(): T {
		const taken = this.#kept ?? this.#make();
		this.#kept = undefined;
		// The one that was taken starts first: a new one would compete with it for the processor.
		this.replaceIn(200);
		return taken;
	}

	/** The work of the one taken is over: there is time for the next. */
	replaceIn(delay: number): void {
		clearTimeout(this.#due);
		this.#due = setTimeout(() => {
			this.#kept ??= this.#make();
		}, delay);
	}

	get kept(): T | undefined {
		return this.#kept;
	}
}
