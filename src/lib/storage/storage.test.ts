import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { storageFailureOf, StorageError } from './failure.ts';
import { createMemoryRows } from './memory.ts';
import { openStorage, createStorage } from './open.ts';
import type { RowStore } from './rows.ts';
import type { WorkContent, LoadedWork, SaveSuccess, WorkStorage } from './storage.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

let databaseCount = 0;
let testTime = 0;
const openedStorages: WorkStorage[] = [];
afterEach(() => {
	for (const storage of openedStorages.splice(0)) storage.close();
	vi.unstubAllGlobals();
});

async function openTestStorage(name = `test-${++databaseCount}`): Promise<{ storage: WorkStorage; name: string }> {
	const storage = await openStorage({ name, now: () => testTime });
	openedStorages.push(storage);
	return { storage, name };
}

const createTestContent = (main: string): WorkContent => ({
	files: { 'main.ts': main },
	steps: { at: main },
	decision: null,
	project: null
});
const pinnedChallenge = { id: 'meter', version: '1', hash: 'hash-1' };
const newLesson = { kind: 'challenge' as const, challenge: pinnedChallenge, language: 'fr' as const };

/** Checks the kind of a result and narrows its type; a failing test shows the result that came instead. */
function expectKind<Kind extends string, T extends { kind: string }>(
	result: T,
	kind: Kind
): Extract<T, { kind: Kind }> {
	expect(result).toMatchObject({ kind });
	return result as Extract<T, { kind: Kind }>;
}
async function createTestWork(storage: WorkStorage, main = 'start'): Promise<LoadedWork> {
	return expectKind(await storage.createWork(newLesson, createTestContent(main)), 'loaded');
}
async function saveText(
	storage: WorkStorage,
	workId: string,
	main: string,
	base: string,
	seal = false
): Promise<SaveSuccess> {
	return expectKind(await storage.saveContent(workId, createTestContent(main), base, { sealsVersion: seal }), 'saved');
}
async function readOpenText(storage: WorkStorage, workId: string): Promise<string | undefined> {
	return expectKind(await storage.loadWork(workId), 'loaded').version.files['main.ts'];
}
async function listVersions(storage: WorkStorage, workId: string) {
	return expectKind(await storage.history(workId), 'history').versions;
}

describe.each(['IndexedDB', 'memory'])('kept in %s', (where) => {
	const createTestStorage = async () => {
		if (where === 'IndexedDB') return (await openTestStorage()).storage;
		const storage = createStorage(createMemoryRows(), { kind: 'kept' }, { now: () => testTime });
		openedStorages.push(storage);
		return storage;
	};

	test('saved content opens', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		await saveText(storage, work.id, 'edited', baseVersion);
		const loadedWork = expectKind(await storage.loadWork(work.id), 'loaded');
		expect(loadedWork.version).toMatchObject(createTestContent('edited'));
		expect(loadedWork.hasCrashed).toBe(false);
	});

	test('edits rewrite one draft, and sealing makes it a version that follows the version before', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		let lastVersion = baseVersion;
		for (let editNumber = 0; editNumber < 50; editNumber++)
			lastVersion = (await saveText(storage, work.id, `edit ${editNumber}`, lastVersion)).baseVersion;
		expect(await listVersions(storage, work.id)).toHaveLength(2);
		testTime += 1;
		const sealedSave = await saveText(storage, work.id, 'sealed', lastVersion, true);
		testTime += 1;
		await saveText(storage, work.id, 'after', sealedSave.baseVersion);
		const versions = await listVersions(storage, work.id);
		expect(versions.map((version) => version.files['main.ts'])).toEqual(['after', 'sealed', 'start']);
		expect(versions.map((version) => version.parent)).toEqual([sealedSave.baseVersion, baseVersion, null]);
	});

	test('an undone removal brings the work back with its history', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		await saveText(
			storage,
			work.id,
			'draft',
			(await saveText(storage, work.id, 'sealed', baseVersion, true)).baseVersion
		);
		const versionsBefore = await listVersions(storage, work.id);
		const removedWork = expectKind(await storage.removeWork(work.id), 'removed');
		expectKind(await storage.loadWork(work.id), 'failed');
		expectKind(await storage.restoreRows(removedWork), 'back');
		expect(await readOpenText(storage, work.id)).toBe('draft');
		expect(await listVersions(storage, work.id)).toEqual(versionsBefore);
	});

	test('500 edits within five minutes make about ten versions', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		let lastVersion = baseVersion;
		for (let editNumber = 0; editNumber < 500; editNumber++) {
			testTime += 600;
			lastVersion = (await saveText(storage, work.id, `edit ${editNumber}`, lastVersion)).baseVersion;
		}
		const versions = await listVersions(storage, work.id);
		expect(versions.length).toBeGreaterThan(8);
		expect(versions.length).toBeLessThan(13);
		expect(await readOpenText(storage, work.id)).toBe('edit 499');
	});

	test('a draft can be sealed, even twice, and saving goes on from the same base version', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		const draftSave = await saveText(storage, work.id, 'draft', baseVersion);
		expectKind(await storage.sealDraft(work.id, draftSave.baseVersion), 'saved');
		expectKind(await storage.sealDraft(work.id, draftSave.baseVersion), 'saved');
		await saveText(storage, work.id, 'more', draftSave.baseVersion);
		expect(await listVersions(storage, work.id)).toHaveLength(3);
	});

	test('a second writer gets a conflict, and both contents are kept', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		const otherSave = await saveText(storage, work.id, 'theirs', baseVersion);
		const ownConflict = expectKind(
			await storage.saveContent(work.id, createTestContent('mine'), baseVersion),
			'conflict'
		);
		expect(ownConflict.theirVersion).toBe(otherSave.baseVersion);
		expect(await readOpenText(storage, work.id)).toBe('theirs');
		const nextConflict = expectKind(
			await storage.saveContent(work.id, createTestContent('mine, longer'), ownConflict.baseVersion),
			'conflict'
		);
		const sealedConflict = expectKind(
			await storage.saveContent(work.id, createTestContent('mine, sealed'), nextConflict.baseVersion, {
				sealsVersion: true
			}),
			'conflict'
		);
		expectKind(
			await storage.saveContent(work.id, createTestContent('mine, on'), sealedConflict.baseVersion),
			'conflict'
		);
		const contents = (await listVersions(storage, work.id)).map((version) => version.files['main.ts']);
		expect(contents.sort()).toEqual(['mine, on', 'mine, sealed', 'start', 'theirs']);
		await saveText(storage, work.id, 'theirs, on', otherSave.baseVersion);
		expect(await readOpenText(storage, work.id)).toBe('theirs, on');
	});

	test('a draft that another tab goes on with is not overwritten by the tab that began it', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		const firstSave = await saveText(storage, work.id, 'begun here', baseVersion);
		const workOpenedThere = expectKind(await storage.loadWork(work.id), 'loaded');
		await saveText(storage, work.id, 'gone on there', workOpenedThere.baseVersion);
		const conflictHere = expectKind(
			await storage.saveContent(work.id, createTestContent('gone on here'), firstSave.baseVersion),
			'conflict'
		);
		expect(await readOpenText(storage, work.id)).toBe('gone on there');
		const ownSide = expectKind(await storage.loadWork(work.id, conflictHere.baseVersion), 'loaded');
		expect(ownSide.version).toMatchObject({ files: { 'main.ts': 'gone on here' }, parent: baseVersion });
	});

	test('one side of a conflict can be adopted, and the other side stays in the history', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		const otherSave = await saveText(storage, work.id, 'theirs', baseVersion);
		const ownConflict = expectKind(
			await storage.saveContent(work.id, createTestContent('mine'), baseVersion),
			'conflict'
		);
		const adoptedSave = expectKind(await storage.adoptVersion(work.id, ownConflict.baseVersion), 'saved');
		expect(await readOpenText(storage, work.id)).toBe('mine');
		await saveText(storage, work.id, 'mine, on', adoptedSave.baseVersion);
		expect((await storage.saveContent(work.id, createTestContent('theirs, on'), otherSave.baseVersion)).kind).toBe(
			'conflict'
		);
		const contents = (await listVersions(storage, work.id)).map((version) => version.files['main.ts']);
		expect(contents).toEqual(expect.arrayContaining(['theirs', 'theirs, on', 'mine', 'mine, on']));
	});

	test('two works of one challenge stand side by side, newest first', async () => {
		const storage = await createTestStorage();
		testTime = 1000;
		const firstWork = await createTestWork(storage, 'first');
		testTime = 2000;
		const secondWork = await createTestWork(storage, 'second');
		await storage.createWork(
			{ ...newLesson, challenge: { ...pinnedChallenge, id: 'other' } },
			createTestContent('else')
		);
		const listWorkIds = async () =>
			expectKind(await storage.listWorks({ challenge: 'meter' }), 'listed').works.map((one) => one.work.id);
		expect(await listWorkIds()).toEqual([secondWork.work.id, firstWork.work.id]);
		testTime = 3000;
		await saveText(storage, firstWork.work.id, 'again', firstWork.baseVersion);
		expect(await listWorkIds()).toEqual([firstWork.work.id, secondWork.work.id]);
		expect(expectKind(await storage.listWorks({ kind: 'project' }), 'listed').works).toEqual([]);
	});

	test('a work counts as crashed while its running mark is set, and not once it is cleared', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		expectKind(
			await storage.saveContent(work.id, createTestContent('loop'), baseVersion, { marksRunning: true }),
			'saved'
		);
		expect(expectKind(await storage.loadWork(work.id), 'loaded').hasCrashed).toBe(true);
		await storage.clearRunningMark(work.id);
		expect(expectKind(await storage.loadWork(work.id), 'loaded').hasCrashed).toBe(false);
		await storage.markRunning(work.id);
		expect(expectKind(await storage.loadWork(work.id), 'loaded').hasCrashed).toBe(true);
	});

	test('a removal deletes all rows of the work, and none of another work', async () => {
		const storage = await createTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		const otherWork = await createTestWork(storage, 'other');
		await saveText(storage, work.id, 'draft', baseVersion);
		expectKind(await storage.removeWork(work.id), 'removed');
		expect(await storage.loadWork(work.id)).toMatchObject({ kind: 'failed', reason: 'missing' });
		expect(await storage.saveContent(work.id, createTestContent('late'), baseVersion)).toMatchObject({
			kind: 'failed',
			reason: 'missing'
		});
		expect(await storage.readRowsOfWork(work.id)).toEqual({
			kind: 'removed',
			work: undefined,
			versions: [],
			drafts: []
		});
		expect(await storage.readRowsOfWork(otherWork.work.id)).toMatchObject({
			work: { id: otherWork.work.id },
			versions: [{ id: otherWork.baseVersion }]
		});
	});
});

describe('unreadable rows', () => {
	test('are counted and kept, and do not prevent loading and saving', async () => {
		const { storage, name } = await openTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		const rawDatabase = await openDB(name);
		await rawDatabase.put('works', { id: 'later', format: 2, dance: true });
		await rawDatabase.put('versions', { id: 'odd', work: work.id });
		await rawDatabase.put('drafts', { branch: 'broken', work: work.id, main: true, version: 7 });
		expect(expectKind(await storage.listWorks(), 'listed')).toMatchObject({
			works: [{ work: { id: work.id } }],
			unreadable: 1
		});
		expect(await readOpenText(storage, work.id)).toBe('start');
		await saveText(storage, work.id, 'edited', baseVersion);
		expect(await rawDatabase.getAll('aside')).toMatchObject([
			{ store: 'drafts', row: { branch: 'broken', version: 7 } }
		]);
		expect(await rawDatabase.get('works', 'later')).toEqual({ id: 'later', format: 2, dance: true });
		rawDatabase.close();
	});

	test('the newest readable version opens when the head is unreadable, and can be edited', async () => {
		const { storage, name } = await openTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		const sealedSave = await saveText(storage, work.id, 'lost', baseVersion, true);
		const rawDatabase = await openDB(name);
		await rawDatabase.put('versions', { id: sealedSave.baseVersion, work: work.id, torn: true });
		rawDatabase.close();
		const loadedWork = expectKind(await storage.loadWork(work.id), 'loaded');
		expect(loadedWork.version.files['main.ts']).toBe('start');
		await saveText(storage, work.id, 'on', loadedWork.baseVersion);
		expect(await readOpenText(storage, work.id)).toBe('on');
	});
});

describe('other tabs', () => {
	test('hear of saves and removals, but a tab does not hear of its own', async () => {
		const { storage: storageHere, name } = await openTestStorage();
		const { storage: storageThere } = await openTestStorage(name);
		const changesHeardHere: unknown[] = [];
		storageHere.subscribe((change) => changesHeardHere.push(change));
		const heardRemoval = new Promise((resolve) =>
			storageThere.subscribe((change) => change.kind === 'removed' && resolve(change))
		);
		const changesHeardThere: unknown[] = [];
		storageThere.subscribe((change) => changesHeardThere.push(change));
		const { work, baseVersion } = await createTestWork(storageHere);
		const saveResult = await saveText(storageHere, work.id, 'edited', baseVersion, true);
		await storageHere.removeWork(work.id);
		expect(await heardRemoval).toEqual({ kind: 'removed', work: work.id });
		expect(changesHeardThere).toEqual([
			{ kind: 'saved', work: work.id, version: baseVersion, main: true },
			{ kind: 'saved', work: work.id, version: saveResult.baseVersion, main: true, sealed: true },
			{ kind: 'removed', work: work.id }
		]);
		expect(changesHeardHere).toEqual([]);
	});

	test('when two tabs save at once, one saves and the other gets a conflict', async () => {
		const { storage: storageHere, name } = await openTestStorage();
		const { storage: storageThere } = await openTestStorage(name);
		const { work, baseVersion } = await createTestWork(storageHere);
		const results = await Promise.all([
			storageHere.saveContent(work.id, createTestContent('a'), baseVersion),
			storageThere.saveContent(work.id, createTestContent('b'), baseVersion)
		]);
		expect(results.map((result) => result.kind).sort()).toEqual(['conflict', 'saved']);
	});
});

describe('refused storage', () => {
	const memoryReasonOf = (storage: WorkStorage) =>
		storage.persistence.kind === 'memory' ? storage.persistence.failure.reason : null;

	test('without IndexedDB works are kept in memory, for the reason “absent”', async () => {
		vi.stubGlobal('indexedDB', undefined);
		const { storage } = await openTestStorage();
		expect(memoryReasonOf(storage)).toBe('absent');
		const { work, baseVersion } = await createTestWork(storage);
		await saveText(storage, work.id, 'edited', baseVersion);
		expect(await readOpenText(storage, work.id)).toBe('edited');
	});

	test('when the database refuses to open, works are kept in memory, for the reason “refused”', async () => {
		vi.stubGlobal('indexedDB', {
			open() {
				throw new DOMException('denied', 'SecurityError');
			}
		});
		expect(memoryReasonOf((await openTestStorage()).storage)).toBe('refused');
	});

	test('with a database of a newer app, works are kept in memory, for the reason “newer”', async () => {
		const newerDatabase = await openDB('from-the-future', 99);
		newerDatabase.close();
		expect(memoryReasonOf((await openTestStorage('from-the-future')).storage)).toBe('newer');
	});

	test('a newer app can open the database, and saving in the older page then fails as “newer”', async () => {
		const { storage, name } = await openTestStorage();
		const { work, baseVersion } = await createTestWork(storage);
		const newerDatabase = await openDB(name, 3);
		expect(await storage.saveContent(work.id, createTestContent('late'), baseVersion)).toMatchObject({
			kind: 'failed',
			reason: 'newer'
		});
		newerDatabase.close();
	});

	test('a save to a full storage fails with the reason “full” and changes nothing', async () => {
		const rows = createMemoryRows();
		let isFull = false;
		const fillingRows: RowStore = {
			...rows,
			transact: (mode, body) =>
				rows.transact(mode, (access) =>
					body({
						...access,
						put: (store, row) =>
							isFull && store === 'drafts'
								? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
								: access.put(store, row)
					})
				)
		};
		const storage = createStorage(fillingRows, { kind: 'kept' });
		openedStorages.push(storage);
		const { work, baseVersion } = await createTestWork(storage);
		isFull = true;
		expect(await storage.saveContent(work.id, createTestContent('big'), baseVersion)).toMatchObject({
			kind: 'failed',
			reason: 'full'
		});
		expect(await readOpenText(storage, work.id)).toBe('start');
		isFull = false;
		await saveText(storage, work.id, 'big', baseVersion);
	});

	test('each browser error is turned into its reason of failure', () => {
		const reasonOfError = (name: string, message = '') => storageFailureOf(new DOMException(message, name)).reason;
		expect(reasonOfError('QuotaExceededError')).toBe('full');
		expect(reasonOfError('VersionError')).toBe('newer');
		expect(reasonOfError('SecurityError')).toBe('refused');
		expect(reasonOfError('InvalidStateError')).toBe('closed');
		expect(reasonOfError('UnknownError', 'Internal error: disk full')).toBe('full');
		expect(reasonOfError('DataCloneError')).toBe('unknown');
		expect(storageFailureOf(new StorageError('blocked')).reason).toBe('blocked');
		expect(storageFailureOf('odd')).toMatchObject({ reason: 'unknown', message: 'odd' });
	});
});
