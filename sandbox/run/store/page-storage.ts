/** The `localStorage` of a page program, whose items are kept with the project and not by the browser. */
import { explainStoreExcess } from './excess-text.ts';
import type { ProgramStore } from './program-store.ts';

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
