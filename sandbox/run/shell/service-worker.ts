/** Caches the shell page with its headers for when the server is unreachable. */
declare const SHELL_VERSION: string;

interface LifetimeEvent extends Event {
	waitUntil(done: Promise<unknown>): void;
}
interface RequestEvent extends LifetimeEvent {
	readonly request: Request;
	respondWith(response: Promise<Response>): void;
}
/** The part of ServiceWorkerGlobalScope used here, whose types conflict with those of a page. */
interface Scope {
	skipWaiting(): Promise<void>;
	readonly clients: { claim(): Promise<void> };
	addEventListener(type: 'install' | 'activate', listener: (event: LifetimeEvent) => void): void;
	addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
}
const scope = globalThis as unknown as Scope;

const PAGE = '/sandbox/shell';
const CACHE = `shell-${SHELL_VERSION}`;
const PATIENCE = 2000;

async function keep(): Promise<void> {
	const cache = await caches.open(CACHE);
	await cache.add(new Request(PAGE, { cache: 'no-cache' }));
}

async function forgetOlder(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
	await scope.clients.claim();
}

const cachedPage = () => caches.match(PAGE);

async function fetchPage(request: Request): Promise<Response> {
	const response = await fetch(request);
	if (response.ok) await (await caches.open(CACHE)).put(PAGE, response.clone());
	return response;
}

/**
 * Prefers the network, so that page and headers are never older than the app, and falls back to the cache after `PATIENCE`
 * milliseconds or an error.
 */
async function page(event: RequestEvent): Promise<Response> {
	const asked = fetchPage(event.request);
	event.waitUntil(asked.catch(() => undefined));
	const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
	const answer = await Promise.race([asked.catch(() => undefined), late]);
	if (answer?.ok === true) return answer;
	return (await cachedPage()) ?? asked;
}

scope.addEventListener('install', (event) => {
	event.waitUntil(keep());
	void scope.skipWaiting();
});
scope.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
scope.addEventListener('fetch', (event) => {
	const { pathname } = new URL(event.request.url);
	if (event.request.mode === 'navigate' && pathname === PAGE) event.respondWith(page(event));
});
