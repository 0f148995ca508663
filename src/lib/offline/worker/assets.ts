import { isImmutablePath, isChallengeOrLibraryPath, MOST_KEPT_CONTENT_FILES } from '../addresses.ts';
import { fileReferencesIn } from '../references.ts';
import type { ServiceWorkerFetchEvent } from './scope.ts';

const CONTENT_LIST_CACHE_NAME = 'content-list';
const CONTENT_LIST_KEY = '/content-list';

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

const ASSET_CACHE_NAME = 'assets';
const MOST_PARALLEL_FETCHES = 4;

const isScriptOrStylePath = (path: string): boolean => /\.(?:js|css)$/.test(path);
const COMPILER_ENGINE_PATTERN = /\.wasm$/;
const PACKED_ENGINE_PATTERN = /\/engine-[\w-]+\.bin$/;

/** Accepts only files of the app: a network's login page or an error may answer under any address. */
function isAssetOfApp(response: Response): boolean {
	return response.ok && (response.headers.get('cache-control')?.includes('immutable') ?? false);
}

/**
 * Tells whether a proxy removed the compression of the compiler's engine. The page then loads the packed engine instead
 * (docs/decisions/006-a-line-shared-by-a-class.md), so do not keep the unpacked one here.
 */
const isDecompressedEngine = (path: string, response: Response): boolean =>
	COMPILER_ENGINE_PATTERN.test(path) && !response.headers.has('content-encoding');

const openCache = () => caches.open(ASSET_CACHE_NAME);
const findAsset = async (path: string) => (await openCache()).match(path, { ignoreVary: true });

export async function answerAsset(event: ServiceWorkerFetchEvent, path: string): Promise<Response> {
	const cachedAsset = await findAsset(path);
	if (cachedAsset) return cachedAsset;
	const response = await fetch(event.request);
	if (isAssetOfApp(response) && !isDecompressedEngine(path, response)) {
		const copy = response.clone();
		// A failure to store, as on a full disk, must not withhold the answer.
		event.waitUntil(
			openCache()
				.then((cache) => cache.put(path, copy))
				.catch(() => undefined)
		);
	}
	return response;
}

/** Fetches a file and keeps it. Throws when it cannot be fetched; resolves to false for an uncompressed engine, which is not kept. */
async function fetchAndCacheAsset(path: string): Promise<Response | false> {
	const cachedAsset = await findAsset(path);
	if (cachedAsset) return cachedAsset;
	const response = await fetch(path);
	if (!isAssetOfApp(response)) {
		await response.body?.cancel();
		throw new Error(`${path}: ${response.status}`);
	}
	if (isDecompressedEngine(path, response)) {
		await response.body?.cancel();
		return false;
	}
	const copy = response.clone();
	await (await openCache()).put(path, response);
	return copy;
}

/** Keeps these files and all they refer to. Throws when one cannot be fetched. */
export async function cacheAssetsWithReferences(paths: Iterable<string>): Promise<void> {
	const knownPaths = new Set<string>();
	const waitingPaths: string[] = [];
	const packedPaths: string[] = [];
	let hasPlainEngine = false;
	const addPath = (path: string) => {
		if (knownPaths.has(path)) return;
		knownPaths.add(path);
		(PACKED_ENGINE_PATTERN.test(path) ? packedPaths : waitingPaths).push(path);
	};
	for (const path of paths) if (isImmutablePath(path)) addPath(path);

	async function fetchWaitingPaths(): Promise<void> {
		for (let path = waitingPaths.shift(); path !== undefined; path = waitingPaths.shift()) {
			const response = await fetchAndCacheAsset(path);
			if (response && COMPILER_ENGINE_PATTERN.test(path)) hasPlainEngine = true;
			// References of styles are ignored: they name fonts of alphabets that nobody uses, and the page reports the fonts that it loaded.
			if (response && path.endsWith('.js')) fileReferencesIn(await response.text(), path).forEach(addPath);
		}
	}
	while (waitingPaths.length > 0) await Promise.all(Array.from({ length: MOST_PARALLEL_FETCHES }, fetchWaitingPaths));
	if (!hasPlainEngine) for (const path of packedPaths) await fetchAndCacheAsset(path);
}

async function collectReferencedPaths(paths: Iterable<string>): Promise<Set<string>> {
	const allPaths = new Set(paths);
	for (const path of allPaths) {
		if (!isScriptOrStylePath(path)) continue;
		const text = await (await findAsset(path))?.text();
		if (text !== undefined) fileReferencesIn(text, path).forEach((each) => allPaths.add(each));
	}
	return allPaths;
}

export async function deleteUnneededAssets(paths: Iterable<string>): Promise<void> {
	const neededPaths = await collectReferencedPaths(paths);
	const cache = await openCache();
	for (const request of await cache.keys()) {
		if (!neededPaths.has(new URL(request.url).pathname)) await cache.delete(request);
	}
}
