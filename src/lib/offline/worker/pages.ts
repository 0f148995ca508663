/** Keeps pages and data as served to visitors; nothing about a person is ever kept. */
import { files, version } from '$service-worker';
import { pageDataCacheKey, LAYOUT_DATA_KEY, PLACEHOLDER_ID, pageDataPartsAddress } from '../addresses.ts';
import { fileReferencesIn } from '../references.ts';
import { OFFLINE_COPY_HEADER } from '../worker-messages.ts';
import { cacheAssetsWithReferences } from './assets.ts';

const PAGE_CACHE_PREFIX = 'pages-';
/** Name of this app version's cache: a page must open with the scripts for which it was made. */
export const PAGE_CACHE_NAME = PAGE_CACHE_PREFIX + version;

/** Milliseconds for which a kept page counts as fresh: within one version, a page changes only when challenges do. */
const FRESH_PAGE_MS = 60 * 60 * 1000;
const KEPT_AT_HEADER = 'braise-kept-at';
const TRANSFER_HEADERS = ['content-encoding', 'content-length', 'transfer-encoding', 'vary'];

/** Returns the names of the page caches: this version's first, then older ones. */
export async function pageCacheNames(): Promise<string[]> {
	const olderCacheNames = (await caches.keys()).filter(
		(name) => name.startsWith(PAGE_CACHE_PREFIX) && name !== PAGE_CACHE_NAME
	);
	return [PAGE_CACHE_NAME, ...olderCacheNames.reverse()];
}

async function findInPageCaches(key: string): Promise<Response | undefined> {
	for (const name of await pageCacheNames()) {
		const response = await (await caches.open(name)).match(key);
		if (response) return response;
	}
	return undefined;
}

export async function findKeptPage(key: string, id: string | undefined): Promise<Response | undefined> {
	const response = await findInPageCaches(key);
	if (!response || id === undefined) return response;
	return new Response((await response.text()).replaceAll(PLACEHOLDER_ID, id), { headers: response.headers });
}

/** Fetches an address without cookies, so that the server answers as for a visitor. */
const fetchAsVisitor = (address: string) =>
	fetch(address, {
		credentials: 'omit',
		cache: 'no-cache',
		redirect: 'error',
		headers: { [OFFLINE_COPY_HEADER]: '1' }
	});

const isPersonalResponse = ({ headers }: Response): boolean =>
	headers.get('cache-control')?.includes('no-store') ?? false;

async function fetchPage(key: string): Promise<{ text: string; response: Response } | undefined> {
	const response = await fetchAsVisitor(key);
	// A network's login page may answer under any name, but lacks this header.
	if (!response.ok || !response.headers.has('x-sveltekit-page') || isPersonalResponse(response)) return undefined;
	return { text: await response.text(), response };
}

/**
 * Digits that request the data of the layout or of the page alone: an open page that requests only page data keeps its layout
 * data, which name the signed-in person.
 */
const [LAYOUT, PAGE] = ['1', '01'];

async function fetchPageData(page: string, parts: string): Promise<{ text: string; response: Response } | undefined> {
	const response = await fetchAsVisitor(pageDataPartsAddress(pageDataCacheKey(page), parts));
	if (!response.ok || !response.headers.get('content-type')?.includes('json')) return undefined;
	const text = await response.text();
	return text.startsWith('{"type":"data"') ? { text, response } : undefined;
}

function toStoredResponse({ text, response }: { text: string; response: Response }): Response {
	const headers = new Headers(response.headers);
	for (const name of TRANSFER_HEADERS) headers.delete(name);
	headers.set(KEPT_AT_HEADER, String(Date.now()));
	return new Response(text, { headers });
}

const isFreshPage = (response: Response | undefined): boolean =>
	response !== undefined && Date.now() - Number(response.headers.get(KEPT_AT_HEADER)) < FRESH_PAGE_MS;

/** Returns the files a page refers to, including scripts named in its `link` header. */
export const filesNamedByPage = (text: string, headers: Headers, path: string): string[] =>
	fileReferencesIn(`${headers.get('link') ?? ''}\n${text}`, path);

/**
 * Keeps a page with everything it needs and the files that it loaded. The page itself is stored last, so that a kept page is always
 * complete.
 */
export async function cachePage(key: string, loadedAddresses: string[]): Promise<void> {
	const cache = await caches.open(PAGE_CACHE_NAME);
	if (isFreshPage(await cache.match(key))) return;
	const [page, data, layout] = await Promise.all([
		fetchPage(key),
		fetchPageData(key, PAGE),
		fetchPageData(key, LAYOUT)
	]);
	if (!page || !data || !layout) throw new Error(`${key} is not to be kept`);
	await cacheAssetsWithReferences([...filesNamedByPage(page.text, page.response.headers, key), ...loadedAddresses]);
	for (const path of loadedAddresses) if (files.includes(path) && !(await cache.match(path))) await cache.add(path);
	await cache.put(LAYOUT_DATA_KEY, toStoredResponse(layout));
	await cache.put(pageDataCacheKey(key), toStoredResponse(data));
	await cache.put(key, toStoredResponse(page));
}
