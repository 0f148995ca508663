/** Caches the shell page with its headers, for times when the server cannot be reached. */
declare const SHELL_VERSION: string;

interface ExtendableWorkerEvent extends Event {
	waitUntil(done: Promise<unknown>): void;
}
interface ServiceWorkerFetchEvent extends ExtendableWorkerEvent {
	readonly request: Request;
	respondWith(response: Promise<Response>): void;
}
/** The part of ServiceWorkerGlobalScope that is used here, because its types conflict with those of a page. */
interface ServiceWorkerScope {
	skipWaiting(): Promise<void>;
	readonly clients: { claim(): Promise<void> };
	addEventListener(type: 'install' | 'activate', listener: (event: ExtendableWorkerEvent) => void): void;
	addEventListener(type: 'fetch', listener: (event: ServiceWorkerFetchEvent) => void): void;
}
const workerScope = globalThis as unknown as ServiceWorkerScope;

const SHELL_PATH = '/sandbox/shell';
const CACHE_NAME = `shell-${SHELL_VERSION}`;
const LONGEST_FETCH_MILLISECONDS = 2000;

async function cacheShellPage(): Promise<void> {
	const cache = await caches.open(CACHE_NAME);
	await cache.add(new Request(SHELL_PATH, { cache: 'no-cache' }));
}

async function deleteOlderCachesAndClaimPages(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name !== CACHE_NAME).map((name) => caches.delete(name)));
	await workerScope.clients.claim();
}

const findCachedShellPage = () => caches.match(SHELL_PATH);

async function fetchAndCacheShellPage(request: Request): Promise<Response> {
	const response = await fetch(request);
	if (response.ok) await (await caches.open(CACHE_NAME)).put(SHELL_PATH, response.clone());
	return response;
}

/** Network first, so that page and headers are never older than the app; cached after an error or the time limit. */
async function respondWithShellPage(event: ServiceWorkerFetchEvent): Promise<Response> {
	const networkResponse = fetchAndCacheShellPage(event.request);
	event.waitUntil(networkResponse.catch(() => undefined));
	const lateAnswer = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_FETCH_MILLISECONDS));
	const firstAnswer = await Promise.race([networkResponse.catch(() => undefined), lateAnswer]);
	if (firstAnswer?.ok === true) return firstAnswer;
	return (await findCachedShellPage()) ?? networkResponse;
}

workerScope.addEventListener('install', (event) => {
	event.waitUntil(cacheShellPage());
	void workerScope.skipWaiting();
});
workerScope.addEventListener('activate', (event) => event.waitUntil(deleteOlderCachesAndClaimPages()));
workerScope.addEventListener('fetch', (event) => {
	const { pathname } = new URL(event.request.url);
	if (event.request.mode === 'navigate' && pathname === SHELL_PATH) event.respondWith(respondWithShellPage(event));
});
