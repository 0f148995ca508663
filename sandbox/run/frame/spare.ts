/** Keeps a loaded worker in reserve, so that an edit need not wait for one to start. */
export class Spare<T extends { end(): void }> {
	#kept: T | undefined;
	#due: ReturnType<typeof setTimeout> | undefined;
	readonly #make: () => T;

	constructor(make: () => T) {
		this.#make = make;
		this.#kept = make();
	}

	take(): T {
		const taken = this.#kept ?? this.#make();
		this.#kept = undefined;
		// Wait: another worker starting now would compete with this one for the processor.
		this.replaceIn(200);
		return taken;
	}

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
