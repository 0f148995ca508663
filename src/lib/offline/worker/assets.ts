/** Files named by their content: kept as they are fetched, and all of them that something kept needs. */
import { isImmutable } from '../addresses.ts';
import { referencesIn } from '../references.ts';
import type { RequestEvent } from './scope.ts';

export const ASSETS = 'assets';
const AT_ONCE = 4;

const isText = (path: string): boolean => /\.(?:js|css)$/.test(path);
const ENGINE = /\.wasm$/;
const PACKED_ENGINE = /\/engine-[\w-]+\.bin$/;

/** A login page of the network, or an error, may come under any name. */
function isRight(response: Response): boolean {
	return response.ok && (response.headers.get('cache-control')?.includes('immutable') ?? false);
}

/**
 * Where somebody on the way undid compression, the page leaves the plain engine after its first bytes for the packed one
 * (docs/decisions/064-the-engine-in-our-own-packing.md). So that one must not be fetched to its end here.
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
		// A full disk is no reason to withhold the answer.
		event.waitUntil(
			open()
				.then((cache) => cache.put(path, copy))
				.catch(() => undefined)
		);
	}
	return response;
}

/** Throws when it does not come. False: it is of no use here. */
async function bring(path: string): Promise<Response | false> {
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

/** Keeps these files and whatever they name. Throws when one of them does not come. */
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
			const response = await bring(path);
			if (response && ENGINE.test(path)) plain = true;
			// A style names fonts of alphabets that nobody reads here: the page tells which it loaded.
			if (response && path.endsWith('.js')) referencesIn(await response.text(), path).forEach(add);
		}
	}
	while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work));
	if (!plain) for (const path of packed) await bring(path);
}

/** All that is kept of what these name. */
async function reached(paths: Iterable<string>): Promise<Set<string>> {
	const seen = new Set(paths);
	for (const path of seen) {
		if (!isText(path)) continue;
		const text = await (await keptAsset(path))?.text();
		if (text !== undefined) referencesIn(text, path).forEach((each) => seen.add(each));
	}
	return seen;
}

/** Lets go of what none of these needs. */
export async function keepOnly(paths: Iterable<string>): Promise<void> {
	const needed = await reached(paths);
	const cache = await open();
	for (const request of await cache.keys()) {
		if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
	}
}
