/** Puts a `localStorage` in place for a test, because Node has none. */
import { vi } from 'vitest';

/** Returns what is stored, by key. The test must call `vi.unstubAllGlobals()` at its end. */
export function stubLocalStorage(stored = new Map<string, string>()): Map<string, string> {
	const storage = {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, text: string) => void stored.set(key, text),
		removeItem: (key: string) => void stored.delete(key)
	};
	// In browsers, the stored keys are properties of the storage object itself.
	const storageWithKeys = new Proxy(storage, {
		ownKeys: () => [...stored.keys()],
		getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true })
	});
	vi.stubGlobal('localStorage', storageWithKeys);
	return stored;
}
