/** Cleans up after a new version takes over: replaced pages, and files no kept page needs. */
import { keepOnly } from './assets.ts';
import { namedIn, PAGES, pageCaches } from './pages.ts';

export async function tidy(): Promise<void> {
	const current = await caches.open(PAGES);
	const needed = new Set<string>();
	for (const name of await pageCaches()) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			if (name !== PAGES && (await current.match(request))) await cache.delete(request);
			else await note(cache, request, needed);
		}
		if (name !== PAGES && (await cache.keys()).length === 0) await caches.delete(name);
	}
	await keepOnly(needed);
}

async function note(cache: Cache, request: Request, needed: Set<string>): Promise<void> {
	const response = await cache.match(request);
	if (!response?.headers.get('content-type')?.startsWith('text/html')) return;
	const { pathname } = new URL(request.url);
	for (const path of namedIn(await response.text(), response.headers, pathname)) needed.add(path);
}
