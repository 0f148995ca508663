import { afterEach, expect, test, vi } from 'vitest';
import type { ListWorksAnswer, ReadWorkAnswer } from '#lib/wire/sync.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import { openStorage } from '../open.ts';
import { fetchNewerWorks } from './fetcher.ts';
import { createWorkServerClient } from './server.ts';

startWithEmptyIndexedDb();

afterEach(() => vi.unstubAllGlobals());

/** Fetches two works from a test server; the page stops syncing while the request with number `stopsAtRequest` is on its way. */
async function fetchUntilStopped(stopsAtRequest: number) {
	const storedValues = stubLocalStorage();
	const storage = await openStorage({ name: `fetching-${stopsAtRequest}`, account: 'lou' });
	let requestCount = 0;
	const listAnswer: ListWorksAnswer = {
		format: 1,
		kind: 'works',
		works: ['one', 'two'].map((id) => ({
			id,
			head: `${id}.head`,
			kind: 'project',
			savedAt: 1,
			authors: [],
			copyOf: null
		})),
		names: { noe: 'Noé' }
	};
	const readAnswer = (id: string): ReadWorkAnswer => {
		const version = { id: `${id}.head`, work: id, parent: null, savedAt: 1, files: {}, steps: null, decision: null };
		const work = { format: 1, id, kind: 'project', challenge: null, language: 'fr', createdAt: 1 } as const;
		return {
			format: 1,
			kind: 'work',
			work: { ...work, authors: [], head: version.id },
			versions: [{ ...version, project: null }]
		};
	};
	const server = {
		...createWorkServerClient(() => Promise.reject(new TypeError('Failed to fetch'))),
		list: async () => (requestCount++, listAnswer),
		read: async (_account: string, id: string) => (requestCount++, readAnswer(id))
	};
	await fetchNewerWorks({ account: 'lou', storage, server, isStopped: () => requestCount >= stopsAtRequest }, true);
	const listResult = await storage.listWorks();
	storage.close();
	const workIds = listResult.kind === 'listed' ? listResult.works.map(({ work }) => work.id) : [];
	return { requestCount, workIds, keyCount: storedValues.size };
}

test('a page that stops syncing sends no further requests and stores no late answers', async () => {
	expect(await fetchUntilStopped(1)).toEqual({ requestCount: 1, workIds: [], keyCount: 0 });
	expect(await fetchUntilStopped(2)).toEqual({ requestCount: 2, workIds: [], keyCount: 1 });
	expect(await fetchUntilStopped(3)).toEqual({ requestCount: 3, workIds: ['one'], keyCount: 1 });
	expect(await fetchUntilStopped(4)).toMatchObject({
		requestCount: 3,
		workIds: expect.arrayContaining(['one', 'two'])
	});
});
