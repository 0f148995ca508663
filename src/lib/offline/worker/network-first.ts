import { files } from '$service-worker';
import {
	isLayoutDataRequest,
	pageDataCacheKey,
	isImmutablePath,
	LAYOUT_DATA_KEY,
	noNetworkPagePath,
	pageCacheKey,
	pageUrlOfData,
	idOfPage
} from '../addresses.ts';
import { NO_NETWORK_MESSAGE } from '../worker-messages.ts';
import { answerAsset } from './assets.ts';
import { findKeptPage, PAGE_CACHE_NAME } from './pages.ts';
import type { ServiceWorkerFetchEvent } from './scope.ts';

const LONGEST_NETWORK_WAIT_MS = 3000;

/** Returns an answer, or undefined to leave a request to the browser: writes, other hosts, the sandbox, the API. */
export function answerRequest(event: ServiceWorkerFetchEvent): Promise<Response> | undefined {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/sandbox/'))
		return undefined;
	if (isImmutablePath(url.pathname)) return answerAsset(event, url.pathname);
	if (files.includes(url.pathname)) return answerFileNetworkFirst(event, url.pathname);
	if (request.mode === 'navigate') return answerPage(request, url);
	const page = pageUrlOfData(url);
	return page && answerPageData(request, page, isLayoutDataRequest(url));
}

async function tryNetworkFirst(
	request: Request,
	findFallback: () => Promise<Response | undefined>
): Promise<Response | undefined> {
	const responsePromise = fetch(request).catch(() => undefined);
	const timeoutPromise = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_NETWORK_WAIT_MS));
	const firstResponse = await Promise.race([responsePromise, timeoutPromise]);
	// Workers read the status of a redirect as 0, so a redirect passes here.
	if (firstResponse && firstResponse.status < 500) return firstResponse;
	return (await findFallback()) ?? responsePromise;
}

async function answerPage(request: Request, url: URL): Promise<Response> {
	const key = pageCacheKey(url);
	const response = await tryNetworkFirst(request, async () =>
		key === undefined ? undefined : findKeptPage(key, idOfPage(url))
	);
	return response ?? (await answerWithoutNetwork(url)) ?? Response.error();
}

async function answerPageData(request: Request, page: URL, isLayoutOnly: boolean): Promise<Response> {
	const key = pageCacheKey(page);
	const response = await tryNetworkFirst(request, async () => {
		if (isLayoutOnly) return findKeptPage(LAYOUT_DATA_KEY, undefined);
		return key === undefined ? undefined : findKeptPage(pageDataCacheKey(key), idOfPage(page));
	});
	return response ?? Response.json({ message: NO_NETWORK_MESSAGE }, { status: 503 });
}

async function answerWithoutNetwork(url: URL): Promise<Response | undefined> {
	const addressLanguage = /^\/(fr|en)(?=\/|$)/.exec(url.pathname)?.[1];
	if (addressLanguage !== undefined) return findKeptPage(noNetworkPagePath(addressLanguage), undefined);
	for (const language of navigator.language.startsWith('en') ? ['en', 'fr'] : ['fr', 'en']) {
		if (!(await findKeptPage(noNetworkPagePath(language), undefined))) continue;
		const path = url.pathname === '/' ? '' : url.pathname;
		return Response.redirect(`/${language}${path}${url.search}`, 307);
	}
	return undefined;
}

/** Answers with a file such as a picture, from the network first, since its content may change under its name. */
async function answerFileNetworkFirst(event: ServiceWorkerFetchEvent, path: string): Promise<Response> {
	const cache = await caches.open(PAGE_CACHE_NAME);
	const response = await tryNetworkFirst(event.request, () => cache.match(path));
	if (response?.ok) {
		const copy = response.clone();
		event.waitUntil(cache.put(path, copy).catch(() => undefined));
	}
	return response ?? Response.error();
}
