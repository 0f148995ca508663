/** Short texts that this browser or tab remembers, except where storage is refused. */
function wrapWebStorage(openStorage: () => Storage) {
	function tryStorageAction<Value>(act: (storage: Storage) => Value, otherwise: Value): Value {
		try {
			return act(openStorage());
		} catch {
			return otherwise;
		}
	}
	return {
		read: (key: string): string | null => tryStorageAction((storage) => storage.getItem(key), null),
		/** Returns the value of a stored JSON text; null when there is none, or when the text is no JSON. */
		readJson: (key: string): unknown =>
			tryStorageAction((storage) => JSON.parse(storage.getItem(key) ?? 'null') as unknown, null),
		keys: (): string[] => tryStorageAction((storage) => Object.keys(storage), []),
		write: (key: string, text: string): void => tryStorageAction((storage) => storage.setItem(key, text), undefined),
		remove: (key: string): void => tryStorageAction((storage) => storage.removeItem(key), undefined)
	};
}

/** Texts of this browser, shared by its tabs. */
export const browserValueStore = wrapWebStorage(() => localStorage);
/** Texts of this tab only, which survive a reload. */
export const tabValueStore = wrapWebStorage(() => sessionStorage);
