import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { storageFailureOf, StorageError } from './failure.ts';
import { createMemoryRows } from './memory.ts';
import { openStorage, createStorage } from './open.ts';
import type { RowStore } from './rows.ts';
import type { WorkContent, LoadedWork, SaveSuccess, WorkStorage } from './storage.ts';

let databases = 0;
let clock = 0;
const openedStorages: WorkStorage[] = [];
afterEach(() => {
	for (const storage of openedStorages.splice(0)) storage.close();
	vi.unstubAllGlobals();
});

async function open(name = `test-${++databases}`): Promise<{ storage: WorkStorage; name: string }> {
	const storage = await openStorage({ name, now: () => clock });
	openedStorages.push(storage);
	return { storage, name };
}

const text = (main: string): WorkContent => ({
	files: { 'main.ts': main },
	steps: { at: main },
	decision: null,
	project: null
});
const pinned = { id: 'meter', version: '1', hash: 'hash-1' };
const lesson = { kind: 'challenge' as const, challenge: pinned, language: 'fr' as const };

/** Checks the kind of a result and narrows its type; a failing test shows the result that came instead. */
function as<Kind extends string, T extends { kind: string }>(result: T, kind: Kind): Extract<T, { kind: Kind }> {
	expect(result).toMatchObject({ kind });
	return result as Extract<T, { kind: Kind }>;
}
async function start(storage: WorkStorage, main = 'start'): Promise<LoadedWork> {
	return as(await storage.createWork(lesson, text(main)), 'loaded');
}
async function save(
	storage: WorkStorage,
	work: string,
	main: string,
	base: string,
	seal = false
): Promise<SaveSuccess> {
	return as(await storage.saveContent(work, text(main), base, { sealsVersion: seal }), 'saved');
}
async function opens(storage: WorkStorage, work: string): Promise<string | undefined> {
	return as(await storage.loadWork(work), 'loaded').version.files['main.ts'];
}
async function history(storage: WorkStorage, work: string) {
	return as(await storage.history(work), 'history').versions;
}

describe.each(['IndexedDB', 'memory'])('kept in %s', (where) => {
	const place = async () => {
		if (where === 'IndexedDB') return (await open()).storage;
		const storage = createStorage(createMemoryRows(), { kind: 'kept' }, { now: () => clock });
		openedStorages.push(storage);
		return storage;
	};

	test('saved content opens', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		await save(storage, work.id, 'edited', baseVersion);
		const loadedWork = as(await storage.loadWork(work.id), 'loaded');
		expect(loadedWork.version).toMatchObject(text('edited'));
		expect(loadedWork.hasCrashed).toBe(false);
	});

	test('edits rewrite one draft; a seal makes it a version whose parent is the one before', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		let last = baseVersion;
		for (let edit = 0; edit < 50; edit++) last = (await save(storage, work.id, `edit ${edit}`, last)).baseVersion;
		expect(await history(storage, work.id)).toHaveLength(2);
		clock += 1;
		const sealed = await save(storage, work.id, 'sealed', last, true);
		clock += 1;
		await save(storage, work.id, 'after', sealed.baseVersion);
		const versions = await history(storage, work.id);
		expect(versions.map((version) => version.files['main.ts'])).toEqual(['after', 'sealed', 'start']);
		expect(versions.map((version) => version.parent)).toEqual([sealed.baseVersion, baseVersion, null]);
	});

	test('a removal can be taken back, with its history', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		await save(storage, work.id, 'draft', (await save(storage, work.id, 'sealed', baseVersion, true)).baseVersion);
		const before = await history(storage, work.id);
		const removedWork = as(await storage.removeWork(work.id), 'removed');
		as(await storage.loadWork(work.id), 'failed');
		as(await storage.restoreRows(removedWork), 'back');
		expect(await opens(storage, work.id)).toBe('draft');
		expect(await history(storage, work.id)).toEqual(before);
	});

	test('five minutes of 500 edits leave some ten versions', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		let last = baseVersion;
		for (let edit = 0; edit < 500; edit++) {
			clock += 600;
			last = (await save(storage, work.id, `edit ${edit}`, last)).baseVersion;
		}
		const versions = await history(storage, work.id);
		expect(versions.length).toBeGreaterThan(8);
		expect(versions.length).toBeLessThan(13);
		expect(await opens(storage, work.id)).toBe('edit 499');
	});

	test('a pause seals, and saving goes on with the same base', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		const draft = await save(storage, work.id, 'draft', baseVersion);
		as(await storage.sealDraft(work.id, draft.baseVersion), 'saved');
		as(await storage.sealDraft(work.id, draft.baseVersion), 'saved');
		await save(storage, work.id, 'more', draft.baseVersion);
		expect(await history(storage, work.id)).toHaveLength(3);
	});

	test('a second writer is told, and both contents are kept', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		const theirs = await save(storage, work.id, 'theirs', baseVersion);
		const mine = as(await storage.saveContent(work.id, text('mine'), baseVersion), 'conflict');
		expect(mine.theirVersion).toBe(theirs.baseVersion);
		expect(await opens(storage, work.id)).toBe('theirs');
		const again = as(await storage.saveContent(work.id, text('mine, longer'), mine.baseVersion), 'conflict');
		const sealed = as(
			await storage.saveContent(work.id, text('mine, sealed'), again.baseVersion, { sealsVersion: true }),
			'conflict'
		);
		as(await storage.saveContent(work.id, text('mine, on'), sealed.baseVersion), 'conflict');
		const contents = (await history(storage, work.id)).map((version) => version.files['main.ts']);
		expect(contents.sort()).toEqual(['mine, on', 'mine, sealed', 'start', 'theirs']);
		expect(as(await storage.listWorks(), 'listed').works[0]?.siblingCount).toBe(1);
		await save(storage, work.id, 'theirs, on', theirs.baseVersion);
		expect(await opens(storage, work.id)).toBe('theirs, on');
	});

	test('a draft that another tab goes on with is not overwritten by the tab that began it', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		const firstSave = await save(storage, work.id, 'begun here', baseVersion);
		const there = as(await storage.loadWork(work.id), 'loaded');
		await save(storage, work.id, 'gone on there', there.baseVersion);
		const here = as(await storage.saveContent(work.id, text('gone on here'), firstSave.baseVersion), 'conflict');
		expect(await opens(storage, work.id)).toBe('gone on there');
		const mine = as(await storage.loadWork(work.id, here.baseVersion), 'loaded');
		expect(mine.version).toMatchObject({ files: { 'main.ts': 'gone on here' }, parent: baseVersion });
	});

	test('one’s own side can be adopted; the other stays', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		const theirs = await save(storage, work.id, 'theirs', baseVersion);
		const mine = as(await storage.saveContent(work.id, text('mine'), baseVersion), 'conflict');
		const adopted = as(await storage.adoptVersion(work.id, mine.baseVersion), 'saved');
		expect(await opens(storage, work.id)).toBe('mine');
		await save(storage, work.id, 'mine, on', adopted.baseVersion);
		expect((await storage.saveContent(work.id, text('theirs, on'), theirs.baseVersion)).kind).toBe('conflict');
		const contents = (await history(storage, work.id)).map((version) => version.files['main.ts']);
		expect(contents).toEqual(expect.arrayContaining(['theirs', 'theirs, on', 'mine', 'mine, on']));
	});

	test('two works of one challenge stand side by side, newest first', async () => {
		const storage = await place();
		clock = 1000;
		const first = await start(storage, 'first');
		clock = 2000;
		const second = await start(storage, 'second');
		await storage.createWork({ ...lesson, challenge: { ...pinned, id: 'other' } }, text('else'));
		const ids = async () =>
			as(await storage.listWorks({ challenge: 'meter' }), 'listed').works.map((one) => one.work.id);
		expect(await ids()).toEqual([second.work.id, first.work.id]);
		clock = 3000;
		await save(storage, first.work.id, 'again', first.baseVersion);
		expect(await ids()).toEqual([first.work.id, second.work.id]);
		expect(as(await storage.listWorks({ kind: 'project' }), 'listed').works).toEqual([]);
	});

	test('a page that ended while running says so, once cleared no more', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		as(await storage.saveContent(work.id, text('loop'), baseVersion, { marksRunning: true }), 'saved');
		expect(as(await storage.loadWork(work.id), 'loaded').hasCrashed).toBe(true);
		await storage.clearRunningMark(work.id);
		expect(as(await storage.loadWork(work.id), 'loaded').hasCrashed).toBe(false);
		await storage.markRunning(work.id);
		expect(as(await storage.loadWork(work.id), 'loaded').hasCrashed).toBe(true);
	});

	test('removing takes this work whole, and only this one', async () => {
		const storage = await place();
		const { work, baseVersion } = await start(storage);
		const other = await start(storage, 'other');
		await save(storage, work.id, 'draft', baseVersion);
		as(await storage.removeWork(work.id), 'removed');
		expect(await storage.loadWork(work.id)).toMatchObject({ kind: 'failed', reason: 'missing' });
		expect(await storage.saveContent(work.id, text('late'), baseVersion)).toMatchObject({
			kind: 'failed',
			reason: 'missing'
		});
		expect(await storage.exportAll()).toMatchObject({
			works: [{ id: other.work.id }],
			versions: [{ id: other.baseVersion }],
			drafts: []
		});
	});
});

describe('unreadable rows', () => {
	test('stays where it is, is counted, and does not stand in the way', async () => {
		const { storage, name } = await open();
		const { work, baseVersion } = await start(storage);
		const raw = await openDB(name);
		await raw.put('works', { id: 'later', format: 2, dance: true });
		await raw.put('versions', { id: 'odd', work: work.id });
		await raw.put('drafts', { branch: 'broken', work: work.id, main: true, version: 7 });
		expect(as(await storage.listWorks(), 'listed')).toMatchObject({
			works: [{ work: { id: work.id } }],
			unreadable: 1
		});
		expect(await opens(storage, work.id)).toBe('start');
		await save(storage, work.id, 'edited', baseVersion);
		expect(await raw.getAll('aside')).toMatchObject([{ store: 'drafts', row: { branch: 'broken', version: 7 } }]);
		expect(await raw.get('works', 'later')).toBeDefined();
		expect(await storage.exportAll()).toMatchObject({
			works: expect.arrayContaining([{ id: 'later', format: 2, dance: true }])
		});
		raw.close();
	});

	test('where the head is unreadable, the newest that can be read opens and work goes on', async () => {
		const { storage, name } = await open();
		const { work, baseVersion } = await start(storage);
		const sealed = await save(storage, work.id, 'lost', baseVersion, true);
		const raw = await openDB(name);
		await raw.put('versions', { id: sealed.baseVersion, work: work.id, torn: true });
		raw.close();
		const loadedWork = as(await storage.loadWork(work.id), 'loaded');
		expect(loadedWork.version.files['main.ts']).toBe('start');
		await save(storage, work.id, 'on', loadedWork.baseVersion);
		expect(await opens(storage, work.id)).toBe('on');
	});
});

describe('other tabs', () => {
	test('hear what was saved and removed, not their own', async () => {
		const { storage: here, name } = await open();
		const { storage: there } = await open(name);
		const own: unknown[] = [];
		here.subscribe((change) => own.push(change));
		const removal = new Promise((resolve) => there.subscribe((change) => change.kind === 'removed' && resolve(change)));
		const all: unknown[] = [];
		there.subscribe((change) => all.push(change));
		const { work, baseVersion } = await start(here);
		const saveResult = await save(here, work.id, 'edited', baseVersion, true);
		await here.removeWork(work.id);
		expect(await removal).toEqual({ kind: 'removed', work: work.id });
		expect(all).toEqual([
			{ kind: 'saved', work: work.id, version: baseVersion, main: true },
			{ kind: 'saved', work: work.id, version: saveResult.baseVersion, main: true, sealed: true },
			{ kind: 'removed', work: work.id }
		]);
		expect(own).toEqual([]);
	});

	test('two at once: one saves, the other is told', async () => {
		const { storage: here, name } = await open();
		const { storage: there } = await open(name);
		const { work, baseVersion } = await start(here);
		const results = await Promise.all([
			here.saveContent(work.id, text('a'), baseVersion),
			there.saveContent(work.id, text('b'), baseVersion)
		]);
		expect(results.map((result) => result.kind).sort()).toEqual(['conflict', 'saved']);
	});
});

describe('refused storage', () => {
	const reasonOf = (storage: WorkStorage) => (storage.place.kind === 'memory' ? storage.place.failure.reason : null);

	test('no indexedDB at all: memory, and it says so', async () => {
		vi.stubGlobal('indexedDB', undefined);
		const { storage } = await open();
		expect(reasonOf(storage)).toBe('absent');
		const { work, baseVersion } = await start(storage);
		await save(storage, work.id, 'edited', baseVersion);
		expect(await opens(storage, work.id)).toBe('edited');
	});

	test('one that refuses to open', async () => {
		vi.stubGlobal('indexedDB', {
			open() {
				throw new DOMException('denied', 'SecurityError');
			}
		});
		expect(reasonOf((await open()).storage)).toBe('refused');
	});

	test('a database of a newer app', async () => {
		const newer = await openDB('from-the-future', 99);
		newer.close();
		expect(reasonOf((await open('from-the-future')).storage)).toBe('newer');
	});

	test('a newer app that asks for the database is let through, and saving says to reload', async () => {
		const { storage, name } = await open();
		const { work, baseVersion } = await start(storage);
		const newer = await openDB(name, 3);
		expect(await storage.saveContent(work.id, text('late'), baseVersion)).toMatchObject({
			kind: 'failed',
			reason: 'newer'
		});
		newer.close();
	});

	test('a full storage fails with its reason and changes nothing', async () => {
		const rows = createMemoryRows();
		let full = false;
		const filling: RowStore = {
			...rows,
			transact: (mode, body) =>
				rows.transact(mode, (access) =>
					body({
						...access,
						put: (store, row) =>
							full && store === 'drafts'
								? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
								: access.put(store, row)
					})
				)
		};
		const storage = createStorage(filling, { kind: 'kept' });
		openedStorages.push(storage);
		const { work, baseVersion } = await start(storage);
		full = true;
		expect(await storage.saveContent(work.id, text('big'), baseVersion)).toMatchObject({
			kind: 'failed',
			reason: 'full'
		});
		expect(await opens(storage, work.id)).toBe('start');
		full = false;
		await save(storage, work.id, 'big', baseVersion);
	});

	test('each browser error has its reason', () => {
		const reason = (name: string, message = '') => storageFailureOf(new DOMException(message, name)).reason;
		expect(reason('QuotaExceededError')).toBe('full');
		expect(reason('VersionError')).toBe('newer');
		expect(reason('SecurityError')).toBe('refused');
		expect(reason('InvalidStateError')).toBe('closed');
		expect(reason('UnknownError', 'Internal error: disk full')).toBe('full');
		expect(reason('DataCloneError')).toBe('unknown');
		expect(storageFailureOf(new StorageError('blocked')).reason).toBe('blocked');
		expect(storageFailureOf('odd')).toMatchObject({ reason: 'unknown', message: 'odd' });
	});
});
