/** The store of a running program, within the bounds of what a project keeps. */
import { countStoredCharacters, STORED_ITEMS_LIMITS, type StoredItems } from '../../stored-items.ts';

/** Why an item has no room: too many items, or too many characters. */
export type ExceededStoreLimit = 'items' | 'characters';

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

	/** Keeps a text under a key and returns null. If there is no room, changes nothing and returns the reason. */
	keep(key: string, text: string): ExceededStoreLimit | null {
		const previousText = this.#items.get(key);
		if (previousText === text) return null;
		if (previousText === undefined && this.#items.size >= STORED_ITEMS_LIMITS.items) return 'items';
		const freedCharacters = previousText === undefined ? 0 : key.length + previousText.length;
		const characterCount = countStoredCharacters(this.#items) - freedCharacters + key.length + text.length;
		if (characterCount > STORED_ITEMS_LIMITS.characters) return 'characters';
		this.#items.set(key, text);
		this.#reportChange();
		return null;
	}
	remove(key: string): void {
		if (this.#items.delete(key)) this.#reportChange();
	}
	clear(): void {
		if (this.#items.size === 0) return;
		this.#items.clear();
		this.#reportChange();
	}

	#reportChange(): void {
		this.#onChange(this);
	}
}
