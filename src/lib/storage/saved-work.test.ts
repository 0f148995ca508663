import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failed, type Failed } from './failure.ts';
import { memoryRows } from './memory.ts';
import { storageOn } from './open.ts';
import { createSaveState, type SaveStateStore } from './saved-work.svelte.ts';
import type { Content, Loaded, Storage } from './storage.ts';

const text = (main: string): Content => ({ files: { 'main.ts': main }, steps: null, decision: null, project: null });
const closing: (() => void)[] = [];

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	for (const close of closing.splice(0)) close();
	vi.useRealTimers();
});

async function open(place: Storage['place'] = { kind: 'kept' }) {
	const storage = storageOn(memoryRows(), place, { now: () => 1000 });
	const loaded = await storage.create({ kind: 'project', challenge: null, language: 'fr' }, text('start'));
	if (loaded.kind === 'failed') throw new Error(loaded.message);
	closing.push(storage.close);
	return { storage, loaded };
}

function stateFor(storage: Storage, loaded: Loaded): SaveStateStore {
	const state = createSaveState(storage, loaded);
	closing.push(state.dispose);
	return state;
}

async function mainOf(storage: Storage, work: string): Promise<string | undefined> {
	const loaded = await storage.load(work);
	return loaded.kind === 'loaded' ? loaded.version.files['main.ts'] : loaded.reason;
}

async function countVersions(storage: Storage, work: string): Promise<number> {
	const history = await storage.history(work);
	return history.kind === 'history' ? history.versions.length : -1;
}

test('saving, then saved', async () => {
	const { storage, loaded } = await open();
	const store = stateFor(storage, loaded);
	expect(store.state).toEqual({ kind: 'saved', at: 1000, where: 'here' });
	const done = store.save(text('edited'));
	expect(store.state).toEqual({ kind: 'saving' });
	expect(store.unsaved).toEqual(text('edited'));
	expect((await done).kind).toBe('saved');
	expect(store.state.kind).toBe('saved');
	expect(store.unsaved).toBeNull();
});

test('while one write is under way the latest waits, and its options add up', async () => {
	const { storage, loaded } = await open();
	const save = vi.spyOn(storage, 'save');
	const store = stateFor(storage, loaded);
	const outcomes = await Promise.all([
		store.save(text('one')),
		store.save(text('two'), { running: true }),
		store.save(text('three'), { seal: true }),
		store.save(text('four'))
	]);
	expect(outcomes.every((outcome) => outcome.kind === 'saved')).toBe(true);
	expect(save.mock.calls.map(([, content, , options]) => [content.files['main.ts'], options])).toEqual([
		['one', {}],
		['four', { seal: true, running: true }]
	]);
	expect(await mainOf(storage, store.work)).toBe('four');
});

test('what fails stays in memory, and goes with a retry', async () => {
	const { storage, loaded } = await open();
	const full: Failed = failed('full');
	vi.spyOn(storage, 'save').mockResolvedValueOnce(full);
	const store = stateFor(storage, loaded);
	expect(await store.save(text('precious'))).toEqual(full);
	expect(store.state).toEqual({ kind: 'failed', failure: full });
	expect(store.unsaved).toEqual(text('precious'));
	expect((await store.retry())?.kind).toBe('saved');
	expect(store.state.kind).toBe('saved');
	expect(store.retry()).toBeNull();
	expect(await mainOf(storage, store.work)).toBe('precious');
});

test('a tab’s memory is not called saved', async () => {
	const failure = failed('refused');
	const { storage, loaded } = await open({ kind: 'memory', failure });
	const store = stateFor(storage, loaded);
	expect(store.state).toEqual({ kind: 'failed', failure });
	await store.save(text('edited'));
	expect(store.state).toEqual({ kind: 'failed', failure });
});

test('a pause makes a version, not every edit', async () => {
	const { storage, loaded } = await open();
	const store = stateFor(storage, loaded);
	await store.save(text('a'));
	await store.save(text('b'));
	expect(await countVersions(storage, store.work)).toBe(2);
	await vi.advanceTimersByTimeAsync(5000);
	await store.save(text('c'));
	expect(await countVersions(storage, store.work)).toBe(3);
});

describe('when another tab saved first', () => {
	async function diverged() {
		const { storage, loaded } = await open();
		const store = stateFor(storage, loaded);
		const theirs = await storage.save(store.work, text('theirs'), loaded.base);
		if (theirs.kind !== 'saved') throw new Error(theirs.kind);
		await store.save(text('mine'));
		expect(store.state).toEqual({ kind: 'conflict', other: theirs.base, from: 'tab' });
		return { storage, store };
	}

	test('further edits stay beside', async () => {
		const { storage, store } = await diverged();
		await store.save(text('mine, on'));
		expect(store.state.kind).toBe('conflict');
		expect(await mainOf(storage, store.work)).toBe('theirs');
	});

	test('mine can open from now on', async () => {
		const { storage, store } = await diverged();
		expect((await store.keepMine(text('mine, last'))).kind).toBe('saved');
		await store.save(text('mine, after'));
		expect(store.state.kind).toBe('saved');
		expect(await mainOf(storage, store.work)).toBe('mine, after');
		expect(await countVersions(storage, store.work)).toBe(4);
	});

	test('theirs can be taken, and mine stays in the history', async () => {
		const { storage, store } = await diverged();
		const theirs = await store.takeTheirs();
		expect(theirs.kind === 'loaded' && theirs.version.files['main.ts']).toBe('theirs');
		await store.save(text('theirs, on'));
		expect(store.state.kind).toBe('saved');
		expect(await mainOf(storage, store.work)).toBe('theirs, on');
		expect(await countVersions(storage, store.work)).toBe(3);
	});

	test('a change heard from another tab is shown at once', async () => {
		const { storage, loaded } = await open();
		let tell: Parameters<Storage['subscribe']>[0] = () => undefined;
		vi.spyOn(storage, 'subscribe').mockImplementation((listener) => {
			tell = listener;
			return () => undefined;
		});
		const store = stateFor(storage, loaded);
		tell({ kind: 'saved', work: 'another', version: 'x', main: true });
		tell({ kind: 'saved', work: store.work, version: 'x', main: false });
		expect(store.state.kind).toBe('saved');
		tell({ kind: 'saved', work: store.work, version: 'x', main: true });
		expect(store.state).toEqual({ kind: 'conflict', other: 'x', from: 'tab' });
		tell({ kind: 'removed', work: store.work });
		expect(store.state).toEqual({ kind: 'failed', failure: failed('missing') });
	});
});

test('what one tab alone has is said until the server has it, and again with the next change', async () => {
	const refusal: Failed = failed('refused');
	const storage = storageOn(memoryRows(), { kind: 'memory', failure: refusal }, { now: () => 1000, account: 'lou' });
	closing.push(storage.close);
	const loaded = await storage.create({ kind: 'project', challenge: null, language: 'fr' }, text('start'));
	if (loaded.kind === 'failed') throw new Error(loaded.message);
	let tell: Parameters<Storage['subscribe']>[0] = () => undefined;
	vi.spyOn(storage, 'subscribe').mockImplementation((listener) => {
		tell = listener;
		return () => undefined;
	});
	const store = stateFor(storage, loaded);
	expect(store.state).toEqual({ kind: 'failed', failure: refusal });
	tell({ kind: 'sent', work: store.work, version: 'an older one' });
	expect(store.state).toEqual({ kind: 'failed', failure: refusal });
	tell({ kind: 'sent', work: store.work, version: loaded.base });
	expect(store.state).toEqual({ kind: 'saved', at: 1000, where: 'server-only' });
	await store.save(text('edited'));
	expect(store.state).toEqual({ kind: 'failed', failure: refusal });
});
