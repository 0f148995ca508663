import { readStoredItems, type StoredItems } from '#sandbox/stored-items.ts';
import type { Files } from '#sandbox/contract.ts';

/** Path of the store's file. No student can give a file a name with this ending. */
export const PROJECT_STORE_FILE = 'project.store';

/** Returns the items in a project's store; none when its file is absent or cannot be read. */
export function readStoredProjectItems(files: Files): StoredItems {
	return parseProjectStore(files[PROJECT_STORE_FILE] ?? '') ?? [];
}

/** Returns the files with a store of these items in place of the previous one; without items there is no store file. */
export function replaceStoredItems(files: Files, items: StoredItems): Files {
	const otherFiles = removeStoreFile(files);
	return items.length === 0 ? otherFiles : { ...otherFiles, [PROJECT_STORE_FILE]: formatProjectStore(items) };
}

/** Returns the files without the store's file; the same object when there is none. */
export function removeStoreFile(files: Files): Files {
	if (!(PROJECT_STORE_FILE in files)) return files;
	return Object.fromEntries(Object.entries(files).filter(([path]) => path !== PROJECT_STORE_FILE));
}

const formatProjectStore = (items: StoredItems): string => `${JSON.stringify(Object.fromEntries(items), null, '\t')}\n`;

/** Reads the text of the store's file; undefined unless it holds texts by key within the limits. */
export function parseProjectStore(text: string): StoredItems | undefined {
	try {
		const parsedValue: unknown = JSON.parse(text);
		const isObject = typeof parsedValue === 'object' && parsedValue !== null && !Array.isArray(parsedValue);
		return isObject ? readStoredItems(Object.entries(parsedValue)) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Merges the texts of two stores made from `base`; undefined when no items are left. Where both changed a key, `mine` wins, so
 * that no person has to decide about stored items. When the result would be too large, `mine` is returned.
 */
export function mergeProjectStores(base: string, mine: string, theirs: string): string | undefined {
	const [was, here, there] = [base, mine, theirs].map((text) => new Map(parseProjectStore(text) ?? []));
	const mergedItems = new Map(here);
	for (const key of new Set([...(was?.keys() ?? []), ...(there?.keys() ?? [])])) {
		const [before, other] = [was?.get(key), there?.get(key)];
		if (here?.get(key) !== before || other === before) continue;
		if (other === undefined) mergedItems.delete(key);
		else mergedItems.set(key, other);
	}
	const items = readStoredItems([...mergedItems]);
	if (items === undefined) return mine;
	return items.length === 0 ? undefined : formatProjectStore(items);
}
