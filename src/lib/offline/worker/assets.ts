/** Keeps files named by their content, as they are fetched, with all files a kept page needs. */
import { isImmutable } from '../addresses.ts';
import { referencesIn } from '../references.ts';
import type { RequestEvent } from './scope.ts';

const ASSETS = 'assets';
const AT_ONCE = 4;

const isText = (path: string): boolean => /\.(?:js|css)$/.test(path);
const ENGINE = /\.wasm$/;
const PACKED_ENGINE = /\/engine-[\w-]+\.bin$/;

/** Rejects captive portals and errors, which may answer under any name. */
function isRight(response: Response): boolean {
	return response.ok && (response.headers.get('cache-control')?.includes('immutable') ?? false);
}

/**
 * A proxy removed the compression. The page then aborts the plain engine and loads the packed one
 * (docs/decisions/064-the-engine-in-our-own-packing.md), so do not download the plain one here.
 */
const isUndone = (path: string, response: Response): boolean =>
	ENGINE.test(path) && !response.headers.has('content-encoding');

const open = () => caches.open(ASSETS);
const keptAsset = async (path: string) => (await open()).match(path, { ignoreVary: true });

export async function answerAsset(event: RequestEvent, path: string): Promise<Response> {
	const kept = await keptAsset(path);
	if (kept) return kept;
	const response = await fetch(event.request);
	if (isRight(response) && !isUndone(path, response)) {
		const copy = response.clone();
		// A full disk must not withhold the answer.
		event.waitUntil(
			open()
				.then((cache) => cache.put(path, copy))
				.catch(() => undefined)
		);
	}
	return response;
}

/** Throws when the file cannot be fetched; resolves to false when it is not useful here. */
async function fetchAsset(path: string): Promise<Response | false> {
	const kept = await keptAsset(path);
	if (kept) return kept;
	const response = await fetch(path);
	if (!isRight(response)) {
		await response.body?.cancel();
		throw new Error(`${path}: ${response.status}`);
	}
	if (isUndone(path, response)) {
		await response.body?.cancel();
		return false;
	}
	const copy = response.clone();
	await (await open()).put(path, response);
	return copy;
}

/** Keeps these files and all they refer to. Throws when one cannot be fetched. */
export async function keepAll(paths: Iterable<string>): Promise<void> {
	const seen = new Set<string>();
	const waiting: string[] = [];
	const packed: string[] = [];
	let plain = false;
	const add = (path: string) => {
		if (seen.has(path)) return;
		seen.add(path);
		(PACKED_ENGINE.test(path) ? packed : waiting).push(path);
	};
	for (const path of paths) if (isImmutable(path)) add(path);

	async function work(): Promise<void> {
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			const response = await fetchAsset(path);
			if (response && ENGINE.test(path)) plain = true;
			// Styles name fonts of unused alphabets; the page reports those it loaded.
			if (response && path.endsWith('.js')) referencesIn(await response.text(), path).forEach(add);
		}
	}
	while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work));
	if (!plain) for (const path of packed) await fetchAsset(path);
}

/** Returns these files and all kept ones they refer to. */
async function withReferences(paths: Iterable<string>): Promise<Set<string>> {
	const seen = new Set(paths);
	for (const path of seen) {
		if (!isText(path)) continue;
		const text = await (await keptAsset(path))?.text();
		if (text !== undefined) referencesIn(text, path).forEach((each) => seen.add(each));
	}
	return seen;
}

/** Deletes kept files that none of these needs. */
export async function keepOnly(paths: Iterable<string>): Promise<void> {
	const needed = await withReferences(paths);
	const cache = await open();
	for (const request of await cache.keys()) {
		if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
	}
}
