import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReadWorkAnswer } from '#lib/wire/sync.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import { openStorage } from '../open.ts';
import type { RemovedWork, WorkStorage } from '../storage.ts';
import { createWorkSender } from './sender.ts';
import { createWorkServerClient, type WorkServerClient } from './server.ts';

startWithEmptyIndexedDb();

let machineCount = 0;
let testTime = 1_000_000;
let storage: WorkStorage;
const stopFunctions: (() => void)[] = [];
const createTestContent = (main: string) => ({
	files: { 'main.ts': main },
	steps: null,
	decision: null,
	project: null
});

beforeEach(async () => {
	vi.stubGlobal('navigator', { onLine: true });
	stubLocalStorage();
	storage = await openStorage({ name: `removals-${++machineCount}`, account: 'lou', now: () => testTime });
});
afterEach(() => {
	for (const stop of stopFunctions.splice(0)) stop();
	storage.close();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

async function createTestWork(): Promise<string> {
	const newWork = { kind: 'project', challenge: null, language: 'fr' } as const;
	const createdWork = await storage.createWork(newWork, createTestContent('start'));
	if (createdWork.kind === 'failed') throw new Error(createdWork.message);
	const { work, baseVersion } = createdWork;
	await storage.saveContent(work.id, createTestContent('next'), baseVersion, { sealsVersion: true });
	return work.id;
}
async function composeTestRequest(workId: string) {
	const request = await storage.outbox.composeRequest('lou', workId, true);
	if (request === null || 'kind' in request) throw new Error('Nothing to send');
	return request;
}
async function createSentWork(): Promise<string> {
	const workId = await createTestWork();
	const request = await composeTestRequest(workId);
	await storage.outbox.applyAnswer(request, { format: 1, kind: 'stored', head: request.head, authors: ['lou'] });
	return workId;
}
async function removeTestWork(workId: string): Promise<RemovedWork> {
	const removedWork = await storage.removeWork(workId);
	if (removedWork.kind === 'failed') throw new Error(removedWork.message);
	return removedWork;
}
async function listWorkIds(): Promise<string[]> {
	const listResult = await storage.listWorks();
	return listResult.kind === 'listed' ? listResult.works.map(({ work }) => work.id) : [];
}
async function listRemovals() {
	const removals = await storage.outbox.listRemovals();
	return Array.isArray(removals) ? removals : [];
}
const listRemovedIds = async () => (await listRemovals()).map(({ work }) => work);
async function readHistory(workId: string) {
	const history = await storage.history(workId);
	return history.kind === 'history' ? history.versions : [];
}
type RemovalAnswer = Awaited<ReturnType<WorkServerClient['remove']>>;
/** Starts a sender. Returns the list, still growing, of works whose removal it has sent. */
const startTestSender = (answer?: RemovalAnswer): string[] => createTestSender(answer).removedIds;
function createTestSender(answer: RemovalAnswer = { format: 1, kind: 'removed' }) {
	const removedIds: string[] = [];
	const server = {
		...createWorkServerClient(() => Promise.reject(new TypeError('Failed to fetch'))),
		remove: async (_account: string, workId: string) => (removedIds.push(workId), answer)
	};
	const sender = createWorkSender({ account: 'lou', storage, server, now: () => testTime, ontrouble: () => undefined });
	stopFunctions.push(() => sender.stop());
	return { sender, removedIds };
}
/** Applies the answer to a fetch that began before the work was removed, from a server that has the work. */
async function applyWorkFetchedBeforeRemoval(workId: string, acceptedHead?: string): Promise<void> {
	const version = { ...createTestContent('next'), id: `${workId}-head`, work: workId, parent: null, savedAt: 1 };
	const work = { format: 1, id: workId, kind: 'project', challenge: null, language: 'fr', createdAt: 1 } as const;
	const answer: Extract<ReadWorkAnswer, { kind: 'work' }> = {
		format: 1,
		kind: 'work',
		work: { ...work, authors: [], head: version.id },
		versions: [version]
	};
	await storage.outbox.applyFetchedWork(answer, acceptedHead);
}

test('a fetch does not bring back a removed work, and an immediate undo restores it unchanged', async () => {
	const workId = await createSentWork();
	const removedWork = await removeTestWork(workId);
	expect(await listRemovedIds()).toEqual([workId]);
	await applyWorkFetchedBeforeRemoval(workId);
	expect(await listWorkIds()).toEqual([]);
	await storage.restoreRows(removedWork);
	expect(await listRemovedIds()).toEqual([]);
	expect(await storage.loadWork(workId)).toMatchObject({ isSent: true, version: createTestContent('next') });
});

test('a removed new work whose first answer was lost does not come back with a fetch', async () => {
	const workId = await createTestWork();
	await removeTestWork(workId);
	await applyWorkFetchedBeforeRemoval(workId);
	expect(await listWorkIds()).toEqual([]);
	expect(await listRemovedIds()).toEqual([workId]);
	testTime += 30_000;
	const removedIds = startTestSender({ format: 1, kind: 'refused', reason: 'absent' });
	await expect.poll(listRemovedIds).toEqual([]);
	expect(removedIds).toEqual([workId]);
});

test('a fetch that began before a removal does not bring the work back after the server has removed it', async () => {
	const workId = await createSentWork();
	const loadedWork = await storage.loadWork(workId);
	await removeTestWork(workId);
	testTime += 30_000;
	startTestSender();
	await expect.poll(listRemovedIds).toEqual([]);
	await applyWorkFetchedBeforeRemoval(workId, loadedWork.kind === 'loaded' ? loadedWork.baseVersion : undefined);
	expect(await listWorkIds()).toEqual([]);
});

test('a page sends only removals that can no longer be undone, and the others later', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const [earlierId, laterId] = [await createSentWork(), await createSentWork()];
	await removeTestWork(earlierId);
	testTime += 30_000;
	await removeTestWork(laterId);
	testTime += 5000;
	const removedIds = startTestSender();
	await vi.waitFor(() => expect(removedIds).toEqual([earlierId]));
	await vi.waitFor(async () => expect(await listRemovedIds()).toEqual([laterId]));
	testTime += 30_000;
	vi.advanceTimersByTime(30_000);
	await vi.waitFor(() => expect(removedIds).toEqual([earlierId, laterId]));
});

test('a removal without an answer is sent again when the network is back', async () => {
	const workId = await createSentWork();
	await removeTestWork(workId);
	testTime += 30_000;
	const { sender, removedIds } = createTestSender({ kind: 'unanswered', reason: 'unreachable' });
	await expect.poll(() => removedIds).toEqual([workId]);
	await sender.retryNow();
	await expect.poll(() => removedIds).toEqual([workId, workId]);
});

test('a removal undone after it was sent restores the work once, under a new id', async () => {
	const workId = await createSentWork();
	const sentIds = (await readHistory(workId)).flatMap(({ id, parent }) => [id, parent]);
	const removedWork = await removeTestWork(workId);
	testTime += 31_000;
	const removedIds = startTestSender();
	await expect.poll(() => removedIds).toEqual([workId]);
	// A second click must not restore the work twice.
	await Promise.all([storage.restoreRows(removedWork), storage.restoreRows(removedWork)]);
	const [restoredId = '', ...otherIds] = await listWorkIds();
	expect([restoredId, otherIds]).toEqual([expect.not.stringMatching(workId), []]);
	expect(await storage.loadWork(restoredId)).toMatchObject({ isSent: false, version: createTestContent('next') });
	const history = await readHistory(restoredId);
	expect(history.map(({ files }) => files['main.ts']).sort()).toEqual(['next', 'start']);
	expect(history.filter(({ parent }) => history.some(({ id }) => id === parent))).toHaveLength(1);
	const request = await composeTestRequest(restoredId);
	expect(request).toMatchObject({ expected: null, versions: [{ work: restoredId, parent: null }] });
	expect(sentIds).not.toContain(request.head);
});

test('a removal that could not be sent offline is undone completely, under the same id', async () => {
	vi.stubGlobal('navigator', { onLine: false });
	const workId = await createSentWork();
	const removedWork = await removeTestWork(workId);
	testTime += 31_000;
	const removedIds = startTestSender({ kind: 'unanswered', reason: 'offline' });
	await expect.poll(() => removedIds).toEqual([workId]);
	await expect.poll(listRemovals).toEqual([{ work: workId, isFinal: true, isSent: false }]);
	await storage.restoreRows(removedWork);
	expect(await storage.loadWork(workId)).toMatchObject({ isSent: true, version: createTestContent('next') });
	expect(await listRemovals()).toEqual([]);
});

test('a version of a removed work waits until the removal is sent, because the work may come back', async () => {
	const workId = await createTestWork();
	const { head } = await composeTestRequest(workId);
	await removeTestWork(workId);
	expect(await storage.outbox.isVersionUnsent(workId, head)).toBe(true);
	await storage.outbox.noteRemovalSent(workId, true);
	expect(await storage.outbox.isVersionUnsent(workId, head)).toBe(false);
});

test('a removal undone without an answer restores the work under a new id and still waits', async () => {
	const workId = await createSentWork();
	const removedWork = await removeTestWork(workId);
	testTime += 31_000;
	const removedIds = startTestSender({ kind: 'unanswered', reason: 'unreachable' });
	await expect.poll(() => removedIds).toEqual([workId]);
	await storage.restoreRows(removedWork);
	expect(await listWorkIds()).toEqual([expect.not.stringMatching(workId)]);
	expect(await listRemovals()).toEqual([{ work: workId, isFinal: true, isSent: true }]);
});

test('a visitor’s removal leaves nothing to send, and can be undone at any time', async () => {
	storage.close();
	storage = await openStorage({ name: `removals-${++machineCount}`, account: null, now: () => testTime });
	const workId = await createTestWork();
	const removedWork = await removeTestWork(workId);
	expect(await listRemovedIds()).toEqual([]);
	testTime += 60_000;
	await storage.restoreRows(removedWork);
	expect(await listWorkIds()).toEqual([workId]);
});
