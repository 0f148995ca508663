import { countStoredCharacters, STORED_ITEMS_LIMITS, type StoredItems } from '../../stored-items.ts';

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

const { items, characters } = STORED_ITEMS_LIMITS;
const STORE_EXCESS_TEXTS = {
	fr: {
		items: (key: string) =>
			`« ${key} » n’est pas gardé : la mémoire du projet a ${items} clés au plus. Enlèves-en avec removeItem.`,
		characters: (key: string) =>
			`« ${key} » n’est pas gardé : la mémoire du projet a ${characters} caractères au plus. Enlève quelque chose avec removeItem.`
	},
	en: {
		items: (key: string) =>
			`“${key}” is not kept: the project’s memory has ${items} keys at most. Remove some with removeItem.`,
		characters: (key: string) =>
			`“${key}” is not kept: the project’s memory has ${characters} characters at most. Remove something with removeItem.`
	}
} satisfies Record<string, Record<ExceededStoreLimit, (key: string) => string>>;

const MAX_SHOWN_KEY_CHARACTERS = 40;

export function explainStoreExcess(language: string, excess: ExceededStoreLimit, key: string): string {
	const shownKey = key.length > MAX_SHOWN_KEY_CHARACTERS ? `${key.slice(0, MAX_SHOWN_KEY_CHARACTERS)}…` : key;
	return STORE_EXCESS_TEXTS[language === 'en' ? 'en' : 'fr'][excess](shownKey);
}

class StoreFullError extends Error {
	// A browser's own storage throws an error of this name.
	override name = 'QuotaExceededError';
}

/** Makes an object that a program uses like a browser's storage, with items as properties too. */
export function makePageStorage(store: ProgramStore, language: string): Storage {
	const keepItemOrThrow = (key: string, text: string): void => {
		const excess = store.keep(key, text);
		if (excess !== null) throw new StoreFullError(explainStoreExcess(language, excess, key));
	};
	const storageFunctions = {
		key: (index: number) => store.keys[index] ?? null,
		getItem: (key: string) => store.find(String(key)) ?? null,
		setItem: (key: string, value: string) => keepItemOrThrow(String(key), String(value)),
		removeItem: (key: string) => store.remove(String(key)),
		clear: () => store.clear()
	};
	const isItemKey = (name: string | symbol): name is string =>
		typeof name === 'string' && !Object.hasOwn(storageFunctions, name) && name !== 'length';
	return new Proxy(storageFunctions as unknown as Storage, {
		get(target, name) {
			if (name === 'length') return store.keys.length;
			const storedValue = isItemKey(name) ? store.find(name) : undefined;
			return storedValue ?? (Reflect.get(target, name) as unknown);
		},
		set(_target, name, value) {
			if (isItemKey(name)) keepItemOrThrow(name, String(value));
			return true;
		},
		deleteProperty(_target, name) {
			if (isItemKey(name)) store.remove(name);
			return true;
		},
		has: (target, name) => (isItemKey(name) && store.find(name) !== undefined) || Reflect.has(target, name),
		ownKeys: () => store.keys.filter(isItemKey),
		getOwnPropertyDescriptor(_target, name) {
			const value = isItemKey(name) ? store.find(name) : undefined;
			return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
		}
	});
}

/** Replaces the browser's own `localStorage`, which a document of opaque origin may not use. */
export function definePageStorage(storage: Storage): void {
	Object.defineProperty(window, 'localStorage', { value: storage, configurable: true });
}
