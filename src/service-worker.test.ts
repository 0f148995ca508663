/** Tests that the service worker keeps the files of each assignment, though assignments share one kept page. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('$service-worker', () => ({ files: [], version: 'one' }));

const APP_ORIGIN = 'http://braise.test';
const toUrl = (key: string | { url: string }) => new URL(typeof key === 'string' ? key : key.url, APP_ORIGIN).href;

class StubCache {
	readonly responses = new Map<string, Response>();
	match = async (key: string | { url: string }) => this.responses.get(toUrl(key))?.clone();
	put = async (key: string, response: Response) => void this.responses.set(toUrl(key), response);
	delete = async (key: { url: string }) => this.responses.delete(toUrl(key));
	keys = async () => [...this.responses.keys()].map((url) => ({ url }));
}

interface StubEvent {
	data?: unknown;
	ports?: { postMessage: (answer: unknown) => void }[];
	waitUntil: (done: Promise<unknown>) => void;
}
const stubCaches = new Map<string, StubCache>();
const workerListeners = new Map<string, (event: StubEvent) => void>();

async function dispatchWorkerEvent(type: string, data?: unknown): Promise<unknown> {
	let answer: unknown;
	let ending: Promise<unknown> = Promise.resolve();
	const ports = [{ postMessage: (told: unknown) => void (answer = told) }];
	workerListeners.get(type)?.({ data, ports, waitUntil: (done) => void (ending = done) });
	await ending;
	return answer;
}

function createServerAnswer(path: string): Response {
	if (path.startsWith('/challenges/')) return new Response('{}', { headers: { 'cache-control': 'immutable' } });
	if (path.includes('__data.json')) return Response.json({ type: 'data' });
	return new Response('<p>', { headers: { 'content-type': 'text/html', 'x-sveltekit-page': 'true' } });
}

beforeEach(async () => {
	vi.stubGlobal('location', new URL(APP_ORIGIN));
	vi.stubGlobal('clients', { claim: () => Promise.resolve() });
	vi.stubGlobal('fetch', async (path: string) => createServerAnswer(path));
	vi.stubGlobal('caches', {
		keys: async () => [...stubCaches.keys()],
		open: async (name: string) => {
			const cache = stubCaches.get(name) ?? new StubCache();
			stubCaches.set(name, cache);
			return cache;
		}
	});
	vi.stubGlobal('addEventListener', (type: string, listener: (event: StubEvent) => void) =>
		workerListeners.set(type, listener)
	);
	await import('./service-worker.ts');
});
afterEach(() => void vi.unstubAllGlobals());

test('two assignments opened shortly after each other are both kept, also after an update', async () => {
	const parts = ['a', 'b'].map((name) => `${APP_ORIGIN}/challenges/${name}/0-0/page.json`);
	for (const [at, part] of parts.entries()) {
		const address = `${APP_ORIGIN}/fr/assignments/1f0c3a52-8f1e-4f7a-9f57-0a2f6f6f2b1${at}`;
		expect(await dispatchWorkerEvent('message', { type: 'visited', address, loaded: [part] })).toEqual({ kept: true });
	}
	const keptFiles = stubCaches.get('assets')?.responses;
	expect([...(keptFiles?.keys() ?? [])]).toEqual(parts);
	await dispatchWorkerEvent('activate');
	expect([...(keptFiles?.keys() ?? [])]).toEqual(parts);
});
