import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SyncAnswer, SyncRefusal } from '#lib/wire/sync.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import { openStorage } from '../open.ts';
import type { WorkStorage } from '../storage.ts';
import { createWorkSender, type WorkSender } from './sender.ts';
import { createWorkServerClient } from './server.ts';
import type { SyncTrouble } from './trouble.ts';

startWithEmptyIndexedDb();

let machineCount = 0;
let testTime = 1_000_000;
let serverRefusal: SyncRefusal | null = null;
let sentHeads: string[] = [];
let reportedTroubles: (SyncTrouble | null)[] = [];
let storage: WorkStorage;
let sender: WorkSender;
let workId = '';

const server = {
	...createWorkServerClient(() => Promise.reject(new TypeError('Failed to fetch'))),
	put: async ({ head, work }: { head: string; work: { id: string } }): Promise<SyncAnswer> => {
		sentHeads.push(head);
		return serverRefusal === null || work.id !== workId
			? { format: 1, kind: 'stored', head, authors: ['lou'] }
			: { format: 1, kind: 'refused', reason: serverRefusal };
	}
};
/** Opens a page whose sender sends everything that waits. */
async function openTestPage(): Promise<void> {
	sender = createWorkSender({
		account: 'lou',
		storage,
		server,
		now: () => testTime,
		random: () => 1,
		ontrouble: (trouble) => reportedTroubles.push(trouble)
	});
	await sender.sendWorks();
}
async function openNextPage(): Promise<void> {
	sender.stop();
	reportedTroubles = [];
	await openTestPage();
}

beforeEach(async () => {
	vi.stubGlobal('navigator', { onLine: true });
	stubLocalStorage();
	[serverRefusal, sentHeads, reportedTroubles] = [null, [], []];
	storage = await openStorage({ name: `refusals-${++machineCount}`, account: 'lou', now: () => testTime });
	const content = { files: { 'main.ts': 'start' }, steps: null, decision: null, project: null };
	const createdWork = await storage.createWork({ kind: 'project', challenge: null, language: 'fr' }, content);
	if (createdWork.kind === 'failed') throw new Error(createdWork.message);
	workId = createdWork.work.id;
});
afterEach(() => {
	sender.stop();
	storage.close();
	vi.unstubAllGlobals();
});
async function saveText(main: string): Promise<string> {
	const loadedWork = await storage.loadWork(workId);
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
	const content = { files: { 'main.ts': main }, steps: null, decision: null, project: null };
	const saveResult = await storage.saveContent(workId, content, loadedWork.baseVersion, { sealsVersion: true });
	if (saveResult.kind === 'failed') throw new Error(saveResult.message);
	return saveResult.baseVersion;
}
const isSent = async () => {
	const loadedWork = await storage.loadWork(workId);
	return loadedWork.kind === 'loaded' && loadedWork.isSent;
};

test.each(['server-full', 'account-full', 'too-many-works', 'forbidden', 'absent'] as const)(
	'after “%s” the same version is sent again, later and by the next page',
	async (reason) => {
		serverRefusal = reason;
		await openTestPage();
		const countBefore = sentHeads.length;
		expect(countBefore).toBe(1);
		testTime += 200_000;
		await sender.sendWorks();
		expect(sentHeads).toHaveLength(countBefore + 1);
		await openNextPage();
		expect(sentHeads.length).toBeGreaterThan(countBefore + 1);
		expect(reportedTroubles).toEqual([expect.objectContaining({ reason: expect.any(String) })]);
		serverRefusal = null;
		testTime += 200_000;
		await sender.retryNow();
		expect(await isSent()).toBe(true);
		expect(reportedTroubles.at(-1)).toBeNull();
		expect(new Set(sentHeads).size).toBe(1);
	}
);

test.each(['too-large', 'malformed'] as const)('after “%s” the same version is never sent again', async (reason) => {
	serverRefusal = reason;
	await openTestPage();
	testTime += 200_000;
	await sender.retryNow();
	await openNextPage();
	expect(sentHeads).toHaveLength(1);
});

test('a full account is reported without naming the refused work', async () => {
	serverRefusal = 'account-full';
	await openTestPage();
	expect(reportedTroubles).toEqual([{ reason: 'account-full', work: null }]);
});

test('a full account is reported until the refused work is sent, even if another work is stored', async () => {
	serverRefusal = 'too-many-works';
	await openTestPage();
	const content = { files: { 'main.ts': 'other' }, steps: null, decision: null, project: null };
	const otherWork = await storage.createWork({ kind: 'project', challenge: null, language: 'fr' }, content);
	if (otherWork.kind === 'failed') throw new Error(otherWork.message);
	testTime += 200_000;
	await sender.sendWorks(otherWork.work.id);
	expect(sentHeads).toContain(otherWork.baseVersion);
	expect(reportedTroubles.at(-1)).toEqual({ reason: 'account-full', work: null });
	serverRefusal = null;
	testTime += 200_000;
	await sender.sendWorks(workId);
	expect(reportedTroubles.at(-1)).toBeNull();
});

test('a version refused for good no longer waits, but a newer version does', async () => {
	serverRefusal = 'too-large';
	await openTestPage();
	const refusedId = sentHeads.at(-1) ?? '';
	expect(await storage.outbox.isVersionUnsent(workId, refusedId)).toBe(false);
	const smallerId = await saveText('smaller');
	expect(await storage.outbox.isVersionUnsent(workId, smallerId)).toBe(true);
});

test('a version no longer waits once its work, sent as new, is refused as absent', async () => {
	await openTestPage();
	const versionId = await saveText('next');
	expect(await storage.outbox.isVersionUnsent(workId, versionId)).toBe(true);
	serverRefusal = 'absent';
	testTime += 200_000;
	await sender.sendWorks(workId);
	expect(sentHeads.slice(-2)).toEqual([versionId, versionId]);
	expect(await storage.outbox.isVersionUnsent(workId, versionId)).toBe(false);
	expect(await storage.outbox.isVersionUnsent(workId, await saveText('and on'))).toBe(true);
});

test('a version waits while storage cannot tell whether it was sent', async () => {
	await openTestPage();
	const versionId = sentHeads.at(-1) ?? '';
	vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
		throw new DOMException('no answer', 'UnknownError');
	});
	expect(await storage.outbox.isVersionUnsent(workId, versionId)).toBe(true);
	vi.restoreAllMocks();
});

describe('a full account, in a tab that hears of another tab', () => {
	const fullAccount = { reason: 'account-full', work: null };
	let otherTab: WorkStorage;
	beforeEach(async () => {
		serverRefusal = 'account-full';
		await openTestPage();
		otherTab = await openStorage({ name: `refusals-${machineCount}`, account: 'lou', now: () => testTime });
	});
	afterEach(() => otherTab.close());

	test('is no longer reported once the only refused work is removed', async () => {
		await otherTab.removeWork(workId);
		await expect.poll(() => reportedTroubles).toEqual([fullAccount, null]);
	});

	test('is no longer reported once the other tab has sent the refused work', async () => {
		otherTab.announce({ kind: 'sent', work: workId, version: 'x' });
		await expect.poll(() => reportedTroubles).toEqual([fullAccount, null]);
	});

	test('is reported again when the other tab has sent another work', async () => {
		otherTab.announce({ kind: 'trouble', trouble: null });
		otherTab.announce({ kind: 'sent', work: 'another', version: 'x' });
		await expect.poll(() => reportedTroubles).toEqual([fullAccount, null, fullAccount]);
	});
});
