/** A set whose objects can be visited, and may still be garbage-collected. */

export class IterableWeakSet<Value extends object> {
	readonly #references = new Set<WeakRef<Value>>();

	add(value: Value): void {
		this.#references.add(new WeakRef(value));
	}

	/** Calls back for each object that is still there. */
	forEach(act: (value: Value) => void): void {
		for (const reference of this.#references) {
			const value = reference.deref();
			if (value === undefined) this.#references.delete(reference);
			else act(value);
		}
	}
}
