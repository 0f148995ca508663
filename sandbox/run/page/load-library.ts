/** Evaluates a page's library in its document, before the program. */

const evaluateGlobally = globalThis.eval as (code: string) => unknown;

/**
 * Evaluates the library. The document has an opaque origin and therefore no storage, so `localStorage` is replaced by one that
 * lasts as long as the run.
 */
export function loadLibrary(code: string): void {
	Object.defineProperty(window, 'localStorage', { value: new MemoryStorage(), configurable: true });
	evaluateGlobally(code);
}

class MemoryStorage implements Storage {
	readonly #items = new Map<string, string>();

	get length(): number {
		return this.#items.size;
	}
	key(index: number): string | null {
		return [...this.#items.keys()][index] ?? null;
	}
	getItem(key: string): string | null {
		return this.#items.get(key) ?? null;
	}
	setItem(key: string, value: string): void {
		this.#items.set(String(key), String(value));
	}
	removeItem(key: string): void {
		this.#items.delete(key);
	}
	clear(): void {
		this.#items.clear();
	}
}
