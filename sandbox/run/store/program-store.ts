/** The store of a running program, within the bounds of what a project keeps. */
import { countStoredCharacters, STORE_LIMITS, type StoredItems } from '../../stored-items.ts';

/** Why an item has no room: too many items, or too many characters. */
export type StoreExcess = 'items' | 'characters';

export class ProgramStore {
	readonly #items: Map<string, string>;
	readonly #onChange: (store: ProgramStore) => void;

	constructor(items: StoredItems, onChange: (store: ProgramStore) => void) {
		this.#items = new Map(items);
		this.#onChange = onChange;
	}

	get items(): StoredItems {
		return [...this.#items];
	}

	get keys(): string[] {
		return [...this.#items.keys()];
	}
	find(key: string): string | undefined {
		return this.#items.get(key);
	}

	/** Keeps a text under a key. Returns why there is no room, and then changes nothing; null when it is kept. */
	keep(key: string, text: string): StoreExcess | null {
		const before = this.#items.get(key);
		if (before === text) return null;
		if (before === undefined && this.#items.size >= STORE_LIMITS.items) return 'items';
		const freed = before === undefined ? 0 : key.length + before.length;
		const count = countStoredCharacters(this.#items) - freed + key.length + text.length;
		if (count > STORE_LIMITS.characters) return 'characters';
		this.#items.set(key, text);
		this.#tell();
		return null;
	}
	remove(key: string): void {
		if (this.#items.delete(key)) this.#tell();
	}
	clear(): void {
		if (this.#items.size === 0) return;
		this.#items.clear();
		this.#tell();
	}

	#tell(): void {
		this.#onChange(this);
	}
}
