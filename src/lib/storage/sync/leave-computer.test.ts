import { afterEach, expect, test, vi } from 'vitest';
import {
	unreadableExampleRowsKeyPrefix,
	privateLinkDraftKeyPrefix,
	privateLinksStorageKey,
	problemCardDraftKey,
	problemPhotoStorageKey
} from '#lib/domain/storage-keys.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import { openStorage } from '../open.ts';
import { storePseudonyms } from '../pseudonyms.ts';
import { handInApi } from '#lib/wire/hand-in.ts';
import { storeWaitingHandIn } from '../hand-ins.ts';
import { erasePersonFromBrowser, leaveThisComputer } from './leave-computer.ts';
import { startSync } from './page.ts';
import { recordWorksOfferAnswers } from './works-offer.ts';

startWithEmptyIndexedDb();

afterEach(() => vi.unstubAllGlobals());

test('leaving erases the links, drafts and photo of the person’s problems, and no one else’s', async () => {
	const contributorKeysOf = (account: string | null) => [
		problemCardDraftKey(account),
		problemPhotoStorageKey(account),
		privateLinksStorageKey(account),
		`${privateLinkDraftKeyPrefix(account)}link.reply`
	];
	const storedValues = stubLocalStorage(
		new Map(
			[...contributorKeysOf('leaving'), ...contributorKeysOf('staying'), ...contributorKeysOf(null)].map((key) => [
				key,
				'kept'
			])
		)
	);
	await erasePersonFromBrowser('leaving');
	expect([...storedValues.keys()].sort()).toEqual([...contributorKeysOf('staying'), ...contributorKeysOf(null)].sort());
});

test('leaving erases the half-typed rows of the person’s exercises, and no one else’s', async () => {
	const unreadableRowsKeyOf = (account: string) => `${unreadableExampleRowsKeyPrefix(account)}work`;
	const storedValues = stubLocalStorage(
		new Map(['leaving', 'staying'].map((account) => [unreadableRowsKeyOf(account), '[]']))
	);
	await erasePersonFromBrowser('leaving');
	expect([...storedValues.keys()]).toEqual([unreadableRowsKeyOf('staying')]);
});

test('leaving erases the pseudonyms and offer answers stored for the person, and no one else’s', async () => {
	const storedValues = stubLocalStorage();
	for (const account of ['answering', 'other']) {
		recordWorksOfferAnswers(account, ['work-of-a-visitor']);
		storePseudonyms(account, { beside: 'Loup' });
	}
	await erasePersonFromBrowser('answering');
	expect([...storedValues.keys()].sort()).toEqual(['braise.offered.other', 'braise.with.other']);
});

test('leaving erases the running marks of the person’s programs, and no one else’s', async () => {
	const storedValues = stubLocalStorage();
	const runProgramAndLeavePage = async (account: string | null) => {
		const storage = await openStorage({ account });
		const content = { files: { 'main.ts': 'let a = 1;' }, steps: null, decision: null, project: null };
		const createdWork = await storage.createWork({ kind: 'project', challenge: null, language: 'fr' }, content);
		if (createdWork.kind !== 'loaded') throw new Error(createdWork.reason);
		await storage.markRunning(createdWork.work.id);
		storage.close();
		const key = `braise.left.${createdWork.work.id}`;
		storedValues.set(key, 'mark');
		return key;
	};
	const leftMark = await runProgramAndLeavePage('runner');
	const stayingMarks = [await runProgramAndLeavePage('neighbour'), await runProgramAndLeavePage(null)];
	expect([...storedValues.keys()]).toContain(leftMark);
	await erasePersonFromBrowser('runner');
	expect([...storedValues.keys()].sort()).toEqual(stayingMarks.sort());
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('braise.runner');
});

test('a late write after a person has left does not create their database again', async () => {
	stubLocalStorage();
	const storage = await openStorage({ account: 'ending-late' });
	const content = { files: { 'main.ts': '' }, steps: null, decision: null, project: null };
	const newWork = { kind: 'project', challenge: null, language: 'fr' } as const;
	expect(await storage.createWork(newWork, content)).toMatchObject({ kind: 'loaded' });
	storage.close();
	// A last write after a page closed its storage is stored all the same.
	expect(await storage.createWork(newWork, content)).toMatchObject({ kind: 'loaded' });
	storage.close();
	await erasePersonFromBrowser('ending-late');
	await storage.outbox.acquireLease('this tab', 0);
	expect(await storage.createWork(newWork, content)).toMatchObject({ kind: 'failed', reason: 'absent' });
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('braise.ending-late');
});

/** Makes a work that the server does not have, and removes it. Returns its id. */
async function removeNewWork(account: string): Promise<string> {
	const storage = await openStorage({ account });
	const content = { files: { 'main.ts': '' }, steps: null, decision: null, project: null };
	const createdWork = await storage.createWork({ kind: 'project', challenge: null, language: 'fr' }, content);
	if (createdWork.kind === 'failed') throw new Error(createdWork.message);
	await storage.removeWork(createdWork.work.id);
	storage.close();
	return createdWork.work.id;
}

test('a removal that still waits is sent before the person leaves', async () => {
	stubLocalStorage();
	const workId = await removeNewWork('removing');
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('addEventListener', () => undefined);
	vi.stubGlobal('document', { addEventListener: () => undefined });
	const removedAddresses: string[] = [];
	vi.stubGlobal('fetch', async (address: string, { method }: RequestInit) => {
		if (method === 'DELETE') removedAddresses.push(address);
		return Response.json(method === 'DELETE' ? { format: 1, kind: 'removed' } : {});
	});
	startSync('removing');
	expect(await leaveThisComputer('removing')).toEqual({ kind: 'left' });
	expect(removedAddresses).toEqual([expect.stringContaining(workId)]);
});

test('an unsent removal and an unsent take-back are reported before leaving erases them', async () => {
	stubLocalStorage();
	const account = crypto.randomUUID();
	await removeNewWork(account);
	const fields = { work: 'submission', version: 'v', replaces: null, prediction: null, report: null };
	const sent = { format: handInApi.format, account, id: 'submission', ...fields };
	await storeWaitingHandIn(account, { assignment: 'a', act: 'take-back', sent, at: 1, refused: null });
	expect(await leaveThisComputer(account)).toEqual({ kind: 'unsent', works: [], requestCount: 2 });
});
