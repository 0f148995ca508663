/** A small cache that drops the least recently used value first. */
export class RecentCache<Value> {
	readonly #mostEntries: number;
	readonly #valueByName = new Map<string, Value>();

	constructor(most: number) {
		this.#mostEntries = most;
	}

	get(name: string): Value | undefined {
		const value = this.#valueByName.get(name);
		if (value !== undefined) this.set(name, value);
		return value;
	}

	set(name: string, value: Value): void {
		this.#valueByName.delete(name);
		this.#valueByName.set(name, value);
		const [oldest] = this.#valueByName.keys();
		if (this.#valueByName.size > this.#mostEntries && oldest !== undefined) this.#valueByName.delete(oldest);
	}

	delete(name: string): void {
		this.#valueByName.delete(name);
	}
}
