/** A small cache that drops the least recently used value first. */
export class RecentCache<Value> {
	readonly #most: number;
	readonly #known = new Map<string, Value>();

	constructor(most: number) {
		this.#most = most;
	}

	get(name: string): Value | undefined {
		const value = this.#known.get(name);
		if (value !== undefined) this.set(name, value);
		return value;
	}

	set(name: string, value: Value): void {
		this.#known.delete(name);
		this.#known.set(name, value);
		const [oldest] = this.#known.keys();
		if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
	}

	delete(name: string): void {
		this.#known.delete(name);
	}
}
