/** Keeps the parts of challenges and the libraries that pages loaded, also those that no kept page names. */
import { isContentPath, MOST_LISTED_FILES } from '../addresses.ts';
import { cacheWithReferences } from './assets.ts';

const LIST_CACHE = 'content-list';
const LIST_KEY = '/content-list';

/** Returns the paths of the listed files, the last loaded first. */
export async function listContentPaths(): Promise<string[]> {
	const list = await (await caches.open(LIST_CACHE)).match(LIST_KEY);
	return list ? ((await list.json()) as string[]) : [];
}

/**
 * Keeps those of the loaded files that belong to challenges or libraries, and lists them, so that they outlast an update. The
 * list does not say which pages loaded them, so that nobody can read from it who opened what.
 */
export async function cacheContentFiles(loadedPaths: readonly string[]): Promise<void> {
	const contentPaths = loadedPaths.filter(isContentPath);
	if (contentPaths.length === 0) return;
	await cacheWithReferences(contentPaths);
	const listedPaths = [...new Set([...contentPaths.reverse(), ...(await listContentPaths())])];
	const list = Response.json(listedPaths.slice(0, MOST_LISTED_FILES));
	await (await caches.open(LIST_CACHE)).put(LIST_KEY, list);
}
