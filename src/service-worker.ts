import { isWorkbenchAddress, noNetworkPagePath, pageCacheKey, placeholderProjectPath } from '#lib/offline/addresses.ts';
import { deleteUnneededAssets, cacheContentFiles, listKeptContentPaths } from '#lib/offline/worker/assets.ts';
import { answerRequest } from '#lib/offline/worker/network-first.ts';
import { filesNamedByPage, cachePage, PAGE_CACHE_NAME, pageCacheNames } from '#lib/offline/worker/pages.ts';
import type { ServiceWorkerScope } from '#lib/offline/worker/scope.ts';
import { parseWorkerMessage, type ServiceWorkerAnswer, type PageVisitedMessage } from '#lib/offline/worker-messages.ts';

const workerScope = globalThis as unknown as ServiceWorkerScope;

/** Number of times that a new service worker looks whether a workbench is open. */
const MOST_OPEN_WORKBENCH_QUERIES = 5;
const OPEN_WORKBENCH_QUERY_PAUSE_MS = 1000;

/** Settles when the last page is kept. Pages are kept one after the other, because they need the same files. */
let lastPageCaching: Promise<unknown> = Promise.resolve();

/**
 * Keeps a visited page for use without a network; docs/decisions/008-without-a-network.md says what is kept and what
 * never is. The sandbox's frame has its own service worker.
 */
async function cacheVisitedPage({ address, loaded }: PageVisitedMessage): Promise<boolean> {
	if (!URL.canParse(address) || new URL(address).origin !== location.origin) return false;
	const url = new URL(address);
	const ownAddresses = loaded.flatMap((each) => (URL.canParse(each) ? new URL(each) : [])).filter(isOwnAddress);
	const loadedPaths = ownAddresses.map(({ pathname }) => pathname);
	const isKeptPage = pageCacheKey(url) !== undefined;
	try {
		// Keep the challenge's files first: the page that all assignments share may be kept already, without this challenge.
		if (isKeptPage) await cacheContentFiles(loadedPaths);
		for (const key of cacheKeysOfVisit(url)) await cachePage(key, loadedPaths);
		return isKeptPage;
	} catch {
		// Without a network or with a full disk, the next visit tries to keep the page again.
		return false;
	}
}

function cacheKeysOfVisit(url: URL): string[] {
	const language = url.pathname.startsWith('/en') ? 'en' : 'fr';
	const pageKeys = [pageCacheKey(url), noNetworkPagePath(language)];
	// A new project gets its own address with its first change, so keep the page of such addresses as well.
	if (isWorkbenchAddress(url.pathname) && url.pathname.includes('/projects/'))
		pageKeys.push(placeholderProjectPath(language));
	return [...new Set(pageKeys)].filter((key) => key !== undefined);
}

const isOwnAddress = ({ origin }: URL): boolean => origin === location.origin;

/** Activates a new service worker, but only while no workbench is open: a lesson must keep its version to the end. */
async function activateNewWorker(): Promise<void> {
	// Look several times, because for a moment the browser still lists a workbench that the person has just left.
	for (let looks = 0; looks < MOST_OPEN_WORKBENCH_QUERIES; looks++) {
		const windows = await workerScope.clients.matchAll({ type: 'window', includeUncontrolled: true });
		if (!windows.some(({ url }) => isWorkbenchAddress(new URL(url).pathname))) return workerScope.skipWaiting();
		await new Promise((resolve) => setTimeout(resolve, OPEN_WORKBENCH_QUERY_PAUSE_MS));
	}
}

/** Deletes what a new version has replaced: older pages, and files that neither kept nor recently loaded pages need. */
async function deleteOldFiles(): Promise<void> {
	const currentCache = await caches.open(PAGE_CACHE_NAME);
	const neededFiles = new Set(await listKeptContentPaths());
	for (const name of await pageCacheNames()) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			if (name !== PAGE_CACHE_NAME && (await currentCache.match(request))) await cache.delete(request);
			else await collectFilesNeededByPage(cache, request, neededFiles);
		}
		if (name !== PAGE_CACHE_NAME && (await cache.keys()).length === 0) await caches.delete(name);
	}
	await deleteUnneededAssets(neededFiles);
}

/** Adds the files that a kept page refers to to `neededFiles`. */
async function collectFilesNeededByPage(cache: Cache, request: Request, neededFiles: Set<string>): Promise<void> {
	const response = await cache.match(request);
	if (!response?.headers.get('content-type')?.startsWith('text/html')) return;
	const { pathname } = new URL(request.url);
	for (const path of filesNamedByPage(await response.text(), response.headers, pathname)) neededFiles.add(path);
}

workerScope.addEventListener('activate', (event) => {
	event.waitUntil(Promise.all([deleteOldFiles().catch(() => undefined), workerScope.clients.claim()]));
});
workerScope.addEventListener('message', (event) => {
	const message = parseWorkerMessage(event.data);
	if (message?.type === 'take over') event.waitUntil(activateNewWorker());
	if (message?.type !== 'visited') return;
	const keeping = lastPageCaching.then(() => cacheVisitedPage(message));
	lastPageCaching = keeping;
	event.waitUntil(
		keeping.then((isKept) => event.ports[0]?.postMessage({ kept: isKept } satisfies ServiceWorkerAnswer))
	);
});
workerScope.addEventListener('fetch', (event) => {
	const answer = answerRequest(event);
	if (answer) event.respondWith(answer);
});
