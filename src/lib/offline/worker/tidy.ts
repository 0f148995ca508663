/** Cleans up after a new version takes over: replaced pages, and files no kept page needs. */
import { deleteUnneeded } from './assets.ts';
import { filesNamedByPage, PAGE_CACHE, pageCacheNames } from './pages.ts';

export async function deleteOldFiles(): Promise<void> {
	const current = await caches.open(PAGE_CACHE);
	const needed = new Set<string>();
	for (const name of await pageCacheNames()) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			if (name !== PAGE_CACHE && (await current.match(request))) await cache.delete(request);
			else await noteNeeded(cache, request, needed);
		}
		if (name !== PAGE_CACHE && (await cache.keys()).length === 0) await caches.delete(name);
	}
	await deleteUnneeded(needed);
}

async function noteNeeded(cache: Cache, request: Request, needed: Set<string>): Promise<void> {
	const response = await cache.match(request);
	if (!response?.headers.get('content-type')?.startsWith('text/html')) return;
	const { pathname } = new URL(request.url);
	for (const path of filesNamedByPage(await response.text(), response.headers, pathname)) needed.add(path);
}
