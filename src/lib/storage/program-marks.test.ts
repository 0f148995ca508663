import { afterEach, expect, test, vi } from 'vitest';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import type { Version, Work } from '#lib/domain/work.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import { openStorage } from './open.ts';
import { SavedWork } from './saved-work.svelte.ts';
import type { LoadedWork, WorkContent, WorkStorage } from './storage.ts';
import { moveVisitorWorks } from './sync/works-offer.ts';

startWithEmptyIndexedDb();
afterEach(() => vi.unstubAllGlobals());

const NEW_PROJECT = { kind: 'project' as const, challenge: null, language: 'fr' as const };
const createTestContent = (title: string, main = 'circle(1, 2, 3);'): WorkContent => ({
	files: { 'main.ts': main },
	steps: null,
	decision: null,
	project: { title, card: null }
});

let databaseCount = 0;
const openTestStorage = (account: string | null = null) =>
	openStorage({ name: `foreign-${++databaseCount}`, account, now: () => 0 });

async function importProject(storage: WorkStorage): Promise<LoadedWork> {
	const result = await storage.createWork(NEW_PROJECT, createTestContent('Été'), 'file');
	if (result.kind === 'failed') throw new Error(result.reason);
	return result;
}
async function readForeignSource(storage: WorkStorage, workId: string) {
	const result = await storage.loadWork(workId);
	return result.kind === 'loaded' ? result.foreignSource : result;
}

test('an imported program stays foreign when it is renamed, until it runs', async () => {
	stubLocalStorage();
	const storage = await openTestStorage();
	const imported = await importProject(storage);
	const savedWork = new SavedWork(storage, NEW_PROJECT, imported);
	await savedWork.save(createTestContent('Hiver'), { sealsVersion: true });
	expect(await readForeignSource(storage, imported.work.id)).toBe('file');
	await savedWork.save(createTestContent('Hiver'), { marksRunning: true });
	expect(await readForeignSource(storage, imported.work.id)).toBeNull();
	await savedWork.clearRunningMark();
	expect(await readForeignSource(storage, imported.work.id)).toBeNull();
	savedWork.dispose();
	storage.close();
});

test('an edit ends the foreign mark of a program, and keeps its running mark', async () => {
	const storage = await openTestStorage();
	const { work } = await importProject(storage);
	await storage.clearForeignMark(work.id);
	expect(await readForeignSource(storage, work.id)).toBeNull();
	await storage.markRunning(work.id);
	await storage.clearForeignMark(work.id);
	expect(await storage.loadWork(work.id)).toMatchObject({ hasCrashed: true });
	storage.close();
});

test('a foreign program is still foreign after it is restored or moved to an account', async () => {
	stubLocalStorage();
	const visitorStorage = await openTestStorage();
	const accountStorage = await openTestStorage('lou');
	const { work } = await importProject(visitorStorage);
	const removedWork = await visitorStorage.removeWork(work.id);
	if (removedWork.kind === 'failed') throw new Error(removedWork.reason);
	await visitorStorage.restoreRows(removedWork);
	expect(await readForeignSource(visitorStorage, work.id)).toBe('file');
	const openStorageFor = (account: string | null) =>
		Promise.resolve({ ...(account === null ? visitorStorage : accountStorage), close: () => undefined });
	expect(await moveVisitorWorks('lou', [work.id], openStorageFor)).toEqual([work.id]);
	expect(await readForeignSource(accountStorage, work.id)).toBe('file');
	visitorStorage.close();
	accountStorage.close();
});

test.each([
	['is foreign while it is as it hung on the wall', null, 'wall'],
	['is no longer foreign once its student has saved it again', 'first', null]
])('a remix fetched from the server %s', async (_, parent, source) => {
	const storage = await openTestStorage('lou');
	const project = { title: 'Chats', card: null, remixOf: { classId: 'class', exhibit: 'exhibit' } };
	const version: Version = { ...createTestContent('Chats'), id: 'second', work: 'remix', parent, savedAt: 1, project };
	const work: Work = { ...NEW_PROJECT, format: 1, id: 'remix', authors: ['lou'], createdAt: 1, head: 'second' };
	await storage.outbox.applyFetchedWork({ format: 1, kind: 'work', work, versions: [version] });
	expect(await readForeignSource(storage, 'remix')).toBe(source);
	storage.close();
});
