/** Keeps the parts of challenges and the libraries that pages loaded, also those that no kept page names. */
import { isChallengeOrLibraryPath, MOST_KEPT_CONTENT_FILES } from '../addresses.ts';
import { cacheAssetsWithReferences } from './assets.ts';

const CONTENT_LIST_CACHE_NAME = 'content-list';
const CONTENT_LIST_KEY = '/content-list';

/** Returns the paths of the listed files, the last loaded first. */
export async function listKeptContentPaths(): Promise<string[]> {
	const list = await (await caches.open(CONTENT_LIST_CACHE_NAME)).match(CONTENT_LIST_KEY);
	return list ? ((await list.json()) as string[]) : [];
}

/**
 * Keeps those of the loaded files that belong to challenges or libraries, and lists them, so that they outlast an update. The
 * list does not say which pages loaded them, so that nobody can read from it who opened what.
 */
export async function cacheContentFiles(loadedPaths: readonly string[]): Promise<void> {
	const contentPaths = loadedPaths.filter(isChallengeOrLibraryPath);
	if (contentPaths.length === 0) return;
	await cacheAssetsWithReferences(contentPaths);
	const listedPaths = [...new Set([...contentPaths.reverse(), ...(await listKeptContentPaths())])];
	const list = Response.json(listedPaths.slice(0, MOST_KEPT_CONTENT_FILES));
	await (await caches.open(CONTENT_LIST_CACHE_NAME)).put(CONTENT_LIST_KEY, list);
}
