/** Short texts that this browser or tab remembers; where storage is refused, it remembers nothing. */
function valuesIn(openStorage: () => Storage) {
	function use<Value>(act: (storage: Storage) => Value, otherwise: Value): Value {
		try {
			return act(openStorage());
		} catch {
			return otherwise;
		}
	}
	return {
		read: (key: string): string | null => use((storage) => storage.getItem(key), null),
		/** Returns the value of a JSON text; null for none, and for another text. */
		readJson: (key: string): unknown => use((storage) => JSON.parse(storage.getItem(key) ?? 'null') as unknown, null),
		keys: (): string[] => use((storage) => Object.keys(storage), []),
		write: (key: string, text: string): void => use((storage) => storage.setItem(key, text), undefined),
		remove: (key: string): void => use((storage) => storage.removeItem(key), undefined)
	};
}

/** Of this browser, shared by its tabs. */
export const browserValues = valuesIn(() => localStorage);
/** Of this tab alone, also after a reload. */
export const tabValues = valuesIn(() => sessionStorage);
