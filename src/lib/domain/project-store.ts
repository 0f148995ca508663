/** What a project's program keeps, as a file of the project that is written for machines. */
import { readStoredItems, type StoredItems } from '#sandbox/stored-items.ts';
import type { Files } from '#sandbox/contract.ts';

/** Path of the file. No student can give a file a name with this ending. */
export const STORE_FILE = 'project.store';

/** Returns the items that are kept; none when the file is absent or cannot be read. */
export function storedItemsIn(files: Files): StoredItems {
	return parseStore(files[STORE_FILE] ?? '') ?? [];
}

/** Returns the files with this store in place of another. Without items there is no file. */
export function withStoredItems(files: Files, items: StoredItems): Files {
	const otherFiles = withoutStoreFile(files);
	return items.length === 0 ? otherFiles : { ...otherFiles, [STORE_FILE]: writeStore(items) };
}

/** Returns the files without the store; the same object when there is none. */
export function withoutStoreFile(files: Files): Files {
	if (!(STORE_FILE in files)) return files;
	return Object.fromEntries(Object.entries(files).filter(([path]) => path !== STORE_FILE));
}

const writeStore = (items: StoredItems): string => `${JSON.stringify(Object.fromEntries(items), null, '\t')}\n`;

/** Reads the file's text; undefined for anything but texts by key within the bounds. */
export function parseStore(text: string): StoredItems | undefined {
	try {
		const parsedValue: unknown = JSON.parse(text);
		const isObject = typeof parsedValue === 'object' && parsedValue !== null && !Array.isArray(parsedValue);
		return isObject ? readStoredItems(Object.entries(parsedValue)) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Merges two stores that both came from `base`, as texts of the file; undefined for a store without items. Of a key that both changed,
 * `mine` stays, so that no person has to decide about what a program keeps. A store that grew too large by it stays as `mine`.
 */
export function mergeStores(base: string, mine: string, theirs: string): string | undefined {
	const [was, here, there] = [base, mine, theirs].map((text) => new Map(parseStore(text) ?? []));
	const mergedItems = new Map(here);
	for (const key of new Set([...(was?.keys() ?? []), ...(there?.keys() ?? [])])) {
		const [before, other] = [was?.get(key), there?.get(key)];
		if (here?.get(key) !== before || other === before) continue;
		if (other === undefined) mergedItems.delete(key);
		else mergedItems.set(key, other);
	}
	const items = readStoredItems([...mergedItems]);
	if (items === undefined) return mine;
	return items.length === 0 ? undefined : writeStore(items);
}
