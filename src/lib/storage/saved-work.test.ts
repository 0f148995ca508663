import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StorageChange } from './channel.ts';
import { createStorageFailure, type StorageFailure } from './failure.ts';
import { createMemoryRows } from './memory.ts';
import { createStorage } from './open.ts';
import { keepMergedVersion, keepOwnVersion, loadConflictSides, switchToOtherVersion } from './conflict.ts';
import { SavedWork } from './saved-work.svelte.ts';
import type { WorkContent, LoadedWork, Persistence, WorkStorage } from './storage.ts';

const createTestContent = (main: string): WorkContent => ({
	files: { 'main.ts': main },
	steps: null,
	decision: null,
	project: null
});
const NEW_PROJECT = { kind: 'project' as const, challenge: null, language: 'fr' as const };
const closeFunctions: (() => void)[] = [];

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	for (const close of closeFunctions.splice(0)) close();
	vi.useRealTimers();
});

async function openTestWork(persistence: Persistence = { kind: 'kept' }) {
	const storage = createStorage(createMemoryRows(), persistence, { now: () => 1000 });
	const loadedWork = await storage.createWork(NEW_PROJECT, createTestContent('start'));
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
	closeFunctions.push(storage.close);
	return { storage, loaded: loadedWork };
}

function createSavedWork(storage: WorkStorage, loadedWork: LoadedWork): SavedWork {
	const savedWork = new SavedWork(storage, NEW_PROJECT, loadedWork);
	closeFunctions.push(() => savedWork.dispose());
	return savedWork;
}

async function readMainText(storage: WorkStorage, workId: string): Promise<string | undefined> {
	const loadedWork = await storage.loadWork(workId);
	return loadedWork.kind === 'loaded' ? loadedWork.version.files['main.ts'] : loadedWork.reason;
}

async function countVersions(storage: WorkStorage, workId: string): Promise<number> {
	const history = await storage.history(workId);
	return history.kind === 'history' ? history.versions.length : -1;
}

test('the state is “saving” during a save and “saved” after it', async () => {
	const { storage, loaded } = await openTestWork();
	const savedWork = createSavedWork(storage, loaded);
	expect(savedWork.state).toEqual({ kind: 'saved', savedAt: 1000, place: 'here' });
	const pendingSave = savedWork.save(createTestContent('edited'));
	expect(savedWork.state).toEqual({ kind: 'saving' });
	expect(savedWork.unsavedContent).toEqual(createTestContent('edited'));
	expect((await pendingSave).kind).toBe('saved');
	expect(savedWork.state.kind).toBe('saved');
	expect(savedWork.unsavedContent).toBeNull();
});

test('during a write only the latest content waits, with the options of all waiting saves', async () => {
	const { storage, loaded } = await openTestWork();
	const saveContentSpy = vi.spyOn(storage, 'saveContent');
	const savedWork = createSavedWork(storage, loaded);
	const outcomes = await Promise.all([
		savedWork.save(createTestContent('one')),
		savedWork.save(createTestContent('two'), { marksRunning: true }),
		savedWork.save(createTestContent('three'), { sealsVersion: true }),
		savedWork.save(createTestContent('four'))
	]);
	expect(outcomes.every((outcome) => outcome.kind === 'saved')).toBe(true);
	expect(saveContentSpy.mock.calls.map(([, content, , options]) => [content.files['main.ts'], options])).toEqual([
		['one', {}],
		['four', { sealsVersion: true, marksRunning: true }]
	]);
	expect(await readMainText(storage, loaded.work.id)).toBe('four');
});

test('content that failed to save stays in memory, and goes with the next save', async () => {
	const { storage, loaded } = await openTestWork();
	const fullFailure: StorageFailure = createStorageFailure('full');
	vi.spyOn(storage, 'saveContent').mockResolvedValueOnce(fullFailure);
	const savedWork = createSavedWork(storage, loaded);
	expect(await savedWork.save(createTestContent('precious'))).toEqual(fullFailure);
	expect(savedWork.state).toEqual({ kind: 'failed', failure: fullFailure });
	expect(savedWork.unsavedContent).toEqual(createTestContent('precious'));
	expect((await savedWork.save(createTestContent('precious'))).kind).toBe('saved');
	expect(savedWork.state.kind).toBe('saved');
	expect(savedWork.unsavedContent).toBeNull();
	expect(await readMainText(storage, loaded.work.id)).toBe('precious');
});

test('content that failed to save is written when a run saves the same content again', async () => {
	const { storage, loaded } = await openTestWork();
	vi.spyOn(storage, 'saveContent').mockResolvedValueOnce(createStorageFailure('full'));
	const savedWork = createSavedWork(storage, loaded);
	await savedWork.save(createTestContent('precious'));
	expect((await savedWork.save(createTestContent('precious'), { marksRunning: true })).kind).toBe('saved');
	expect(await readMainText(storage, loaded.work.id)).toBe('precious');
});

test('a hand-in during a write waits for that write', async () => {
	const { storage, loaded } = await openTestWork();
	const savedWork = createSavedWork(storage, loaded);
	void savedWork.save(createTestContent('typed'));
	expect(await savedWork.sealContent(createTestContent('typed'))).toBe(savedWork.baseVersion);
});

test('a program that runs with the first change of a work is marked as running', async () => {
	const { storage } = await openTestWork();
	const savedWork = new SavedWork(storage, NEW_PROJECT);
	closeFunctions.push(() => savedWork.dispose());
	await Promise.all([
		savedWork.save(createTestContent('endless'), { marksRunning: true }),
		savedWork.save(createTestContent('endless'), { marksRunning: true })
	]);
	expect(await storage.loadWork(savedWork.workId ?? '')).toMatchObject({ hasCrashed: true });
	// This page runs the program itself, so the mark does not mean a crash.
	expect(await savedWork.loadOpenVersion()).toMatchObject({ hasCrashed: false });
});

test('content kept in memory only is not reported as saved', async () => {
	const refusal = createStorageFailure('refused');
	const { storage, loaded } = await openTestWork({ kind: 'memory', failure: refusal });
	const savedWork = createSavedWork(storage, loaded);
	expect(savedWork.state).toEqual({ kind: 'failed', failure: refusal });
	await savedWork.save(createTestContent('edited'));
	expect(savedWork.state).toEqual({ kind: 'failed', failure: refusal });
});

test('a new version is made after a pause in editing, not with every edit', async () => {
	const { storage, loaded } = await openTestWork();
	const savedWork = createSavedWork(storage, loaded);
	await savedWork.save(createTestContent('a'));
	await savedWork.save(createTestContent('b'));
	expect(await countVersions(storage, loaded.work.id)).toBe(2);
	await vi.advanceTimersByTimeAsync(5000);
	await savedWork.save(createTestContent('c'));
	expect(await countVersions(storage, loaded.work.id)).toBe(3);
});

test('changes of the store alone make no version, and are sealed with the next edit', async () => {
	const { storage, loaded } = await openTestWork();
	const savedWork = createSavedWork(storage, loaded);
	const createContent = (count: number): WorkContent => ({
		...createTestContent('start'),
		files: { ...createTestContent('start').files, kept: `${count}` }
	});
	for (let count = 0; count < 20; count++) {
		const saving = savedWork.save(createContent(count), { changesOnlyStore: true });
		expect(savedWork.state.kind).toBe('saved');
		await saving;
		await vi.advanceTimersByTimeAsync(40_000);
	}
	expect(await countVersions(storage, loaded.work.id)).toBe(2);
	const history = await storage.history(loaded.work.id);
	expect(history.kind === 'history' && history.versions[0]?.files['kept']).toBe('19');
	await savedWork.save(createTestContent('edited'));
	await vi.advanceTimersByTimeAsync(5000);
	await savedWork.save(createTestContent('again'));
	expect(await countVersions(storage, loaded.work.id)).toBe(3);
});

test('an edit saved together with a change of the store is sealed after a pause', async () => {
	const { storage, loaded } = await openTestWork();
	const savedWork = createSavedWork(storage, loaded);
	await Promise.all([
		savedWork.save(createTestContent('a')),
		savedWork.save(createTestContent('a+'), { changesOnlyStore: true })
	]);
	await vi.advanceTimersByTimeAsync(5000);
	await savedWork.save(createTestContent('b'));
	expect(await countVersions(storage, loaded.work.id)).toBe(3);
});

describe('when another tab saved first', () => {
	/** Returns a function that reports a change to the storage's latest listener, as another tab's message does. */
	function captureChangeListener(storage: WorkStorage) {
		let announceChange: Parameters<WorkStorage['subscribe']>[0] = () => undefined;
		vi.spyOn(storage, 'subscribe').mockImplementation((listener) => {
			announceChange = listener;
			return () => undefined;
		});
		return (change: StorageChange) => announceChange(change);
	}

	async function openConflict() {
		const { storage, loaded } = await openTestWork();
		const announceChange = captureChangeListener(storage);
		const savedWork = createSavedWork(storage, loaded);
		const work = loaded.work.id;
		const otherSave = await storage.saveContent(work, createTestContent('theirs'), loaded.baseVersion);
		if (otherSave.kind !== 'saved') throw new Error(otherSave.kind);
		await savedWork.save(createTestContent('mine'));
		const otherVersion = otherSave.baseVersion;
		expect(savedWork.state).toEqual({ kind: 'conflict', otherVersion, otherPlace: 'tab', isBehind: false });
		return { storage, saved: savedWork, work, announceChange };
	}

	test('a later save of the other tab keeps the conflict, and this tab counts as edited', async () => {
		const { saved: savedWork, work, announceChange } = await openConflict();
		announceChange({ kind: 'saved', work, version: 'later', main: true });
		expect(savedWork.state).toMatchObject({ kind: 'conflict', otherVersion: 'later' });
		expect(savedWork.isBehindOtherTab).toBe(false);
	});

	test('further edits in this tab do not overwrite the other tab’s version', async () => {
		const { storage, saved: savedWork, work } = await openConflict();
		await savedWork.save(createTestContent('mine, on'));
		expect(savedWork.state.kind).toBe('conflict');
		expect(await readMainText(storage, work)).toBe('theirs');
	});

	test('this tab’s version can be chosen to open from now on', async () => {
		const { storage, saved: savedWork, work } = await openConflict();
		expect((await keepOwnVersion(savedWork, createTestContent('mine, last'))).kind).toBe('saved');
		await savedWork.save(createTestContent('mine, after'));
		expect(savedWork.state.kind).toBe('saved');
		expect(await readMainText(storage, work)).toBe('mine, after');
		expect(await countVersions(storage, work)).toBe(4);
	});

	test('the other tab’s version can be taken, and this tab’s version stays in the history', async () => {
		const { storage, saved: savedWork, work } = await openConflict();
		const otherWork = await switchToOtherVersion(savedWork);
		expect(otherWork?.version.files['main.ts']).toBe('theirs');
		await savedWork.save(createTestContent('theirs, on'));
		expect(savedWork.state.kind).toBe('saved');
		expect(await readMainText(storage, work)).toBe('theirs, on');
		expect(await countVersions(storage, work)).toBe(3);
	});

	test('this tab’s content can be saved again after the other tab’s version was taken', async () => {
		const { storage, saved: savedWork, work } = await openConflict();
		await savedWork.save(createTestContent('mine, last'));
		await switchToOtherVersion(savedWork);
		await savedWork.save(createTestContent('mine, last'));
		expect(await readMainText(storage, work)).toBe('mine, last');
	});

	test('this tab’s content is not replaced by the other tab’s version when it cannot be stored', async () => {
		const { storage, saved: savedWork } = await openConflict();
		vi.spyOn(storage, 'saveContent').mockResolvedValue(createStorageFailure('full'));
		await savedWork.save(createTestContent('mine, last'));
		expect(await switchToOtherVersion(savedWork)).toBeNull();
		expect(savedWork.unsavedContent).toEqual(createTestContent('mine, last'));
	});

	test('both versions can be read, and the merged content opens', async () => {
		const { storage, saved: savedWork, work } = await openConflict();
		const conflictSides = await loadConflictSides(savedWork);
		expect([conflictSides?.mine.files, conflictSides?.theirs.files, conflictSides?.joinedContent]).toEqual([
			{ 'main.ts': 'mine' },
			{ 'main.ts': 'theirs' },
			null
		]);
		expect((await keepMergedVersion(savedWork, createTestContent('both')))?.version.files).toEqual({
			'main.ts': 'both'
		});
		expect(savedWork.state.kind).toBe('saved');
		expect(await readMainText(storage, work)).toBe('both');
		expect(await loadConflictSides(savedWork)).toBeNull();
	});

	test('merged content that cannot be stored stays unsaved in memory', async () => {
		const { storage, saved: savedWork } = await openConflict();
		vi.spyOn(storage, 'saveContent').mockResolvedValueOnce(createStorageFailure('full'));
		expect(await keepMergedVersion(savedWork, createTestContent('both'))).toBeNull();
		expect(savedWork.state).toEqual({ kind: 'failed', failure: createStorageFailure('full') });
		expect(savedWork.unsavedContent).toEqual(createTestContent('both'));
	});

	test('a save announced by another tab is shown as a conflict, a removal as a failure', async () => {
		const { storage, loaded } = await openTestWork();
		const announceChange = captureChangeListener(storage);
		const savedWork = createSavedWork(storage, loaded);
		announceChange({ kind: 'saved', work: 'another', version: 'x', main: true });
		announceChange({ kind: 'saved', work: loaded.work.id, version: 'x', main: false });
		expect(savedWork.state.kind).toBe('saved');
		announceChange({ kind: 'saved', work: loaded.work.id, version: 'x', main: true });
		expect(savedWork.state).toEqual({ kind: 'conflict', otherVersion: 'x', otherPlace: 'tab', isBehind: true });
		announceChange({ kind: 'saved', work: loaded.work.id, version: 'y', main: true });
		expect(savedWork.isBehindOtherTab, 'nothing was written in this tab').toBe(true);
		const ownSave = savedWork.save(createTestContent('mine'));
		expect(savedWork.isBehindOtherTab, 'the edit is not stored yet').toBe(false);
		await ownSave;
		announceChange({ kind: 'removed', work: loaded.work.id });
		expect(savedWork.state).toEqual({ kind: 'failed', failure: createStorageFailure('missing') });
	});
});

test('the version of another machine can be taken', async () => {
	const { storage, loaded } = await openTestWork();
	let announceChange: Parameters<WorkStorage['subscribe']>[0] = () => undefined;
	vi.spyOn(storage, 'subscribe').mockImplementation((listener) => {
		announceChange = listener;
		return () => undefined;
	});
	const settleSpy = vi.spyOn(storage.outbox, 'settleConflict');
	const savedWork = createSavedWork(storage, loaded);
	await savedWork.save(createTestContent('mine'));
	const otherSave = await storage.saveContent(loaded.work.id, createTestContent('theirs'), loaded.baseVersion);
	if (otherSave.kind !== 'conflict') throw new Error(otherSave.kind);
	announceChange({ kind: 'parted', work: loaded.work.id, version: otherSave.baseVersion });
	expect(savedWork.state).toEqual({ kind: 'conflict', otherVersion: otherSave.baseVersion, otherPlace: 'machine' });
	expect((await switchToOtherVersion(savedWork))?.baseVersion).toBe(otherSave.baseVersion);
	expect(settleSpy).toHaveBeenCalledWith(loaded.work.id);
	// Another tab's report of the same conflict arrives after the choice.
	announceChange({ kind: 'parted', work: loaded.work.id, version: otherSave.baseVersion });
	expect(savedWork.state.kind).toBe('saved');
	expect(await readMainText(storage, loaded.work.id)).toBe('theirs');
	// The server has the choice; later, another machine opens that version again beside edits made here since.
	announceChange({ kind: 'sent', work: loaded.work.id, version: otherSave.baseVersion });
	await savedWork.save(createTestContent('mine again'));
	announceChange({ kind: 'parted', work: loaded.work.id, version: otherSave.baseVersion });
	expect(savedWork.state).toMatchObject({ kind: 'conflict', otherVersion: otherSave.baseVersion });
});

test('work kept in memory only counts as unsaved until the server has its latest change', async () => {
	const refusal: StorageFailure = createStorageFailure('refused');
	const storage = createStorage(
		createMemoryRows(),
		{ kind: 'memory', failure: refusal },
		{ now: () => 1000, account: 'lou' }
	);
	closeFunctions.push(storage.close);
	const loadedWork = await storage.createWork(NEW_PROJECT, createTestContent('start'));
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
	let announceChange: Parameters<WorkStorage['subscribe']>[0] = () => undefined;
	vi.spyOn(storage, 'subscribe').mockImplementation((listener) => {
		announceChange = listener;
		return () => undefined;
	});
	const savedWork = createSavedWork(storage, loadedWork);
	expect(savedWork.state).toEqual({ kind: 'failed', failure: refusal });
	announceChange({ kind: 'sent', work: loadedWork.work.id, version: 'an older one' });
	expect(savedWork.state).toEqual({ kind: 'failed', failure: refusal });
	announceChange({ kind: 'sent', work: loadedWork.work.id, version: loadedWork.baseVersion });
	expect(savedWork.state).toEqual({ kind: 'saved', savedAt: 1000, place: 'server-only' });
	await savedWork.save(createTestContent('edited'));
	expect(savedWork.state).toEqual({ kind: 'failed', failure: refusal });
});

/** Content from the server has its keys in another order, which does not count as a change. */
test('a run without a change makes no new version, even with the files in another order', async () => {
	const storage = createStorage(createMemoryRows(), { kind: 'kept' }, { now: () => 1000 });
	const content: WorkContent = { files: { 'b.ts': 'b', 'main.ts': 'a' }, steps: null, decision: null, project: null };
	const loadedWork = await storage.createWork(NEW_PROJECT, content);
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
	const savedWork = new SavedWork(storage, NEW_PROJECT, loadedWork);
	await savedWork.save({ ...content, files: { 'main.ts': 'a', 'b.ts': 'b' } }, { marksRunning: true });
	expect(await storage.loadWork(loadedWork.work.id)).toMatchObject({ baseVersion: loadedWork.baseVersion });
	await savedWork.save({ ...content, files: { 'main.ts': 'changed', 'b.ts': 'b' } });
	expect(await storage.loadWork(loadedWork.work.id)).toMatchObject({ version: { files: { 'main.ts': 'changed' } } });
	savedWork.dispose();
	storage.close();
});
