import { expect, test } from 'vitest';
import { memoryRows } from '#lib/storage/memory.ts';
import { storageOn } from '#lib/storage/open.ts';
import type { Content } from '#lib/storage/storage.ts';
import { Keeper } from './keeper.svelte.ts';

const fresh = { kind: 'project' as const, challenge: null, language: 'fr' as const };

/** What the server gives back has its keys in another order than what a page makes of it. */
test('who opens a work and changes nothing makes no version of it', async () => {
	const storage = storageOn(memoryRows(), { kind: 'kept' }, { now: () => 1000 });
	const kept: Content = { files: { 'b.ts': 'b', 'main.ts': 'a' }, steps: null, decision: null, project: null };
	const loaded = await storage.create(fresh, kept);
	if (loaded.kind === 'failed') throw new Error(loaded.message);
	const keeper = new Keeper(storage, fresh, loaded);
	await keeper.keep({ ...kept, files: { 'main.ts': 'a', 'b.ts': 'b' } }, { running: true });
	expect(await storage.load(loaded.work.id)).toMatchObject({ base: loaded.base });
	await keeper.keep({ ...kept, files: { 'main.ts': 'changed', 'b.ts': 'b' } });
	expect(await storage.load(loaded.work.id)).toMatchObject({ version: { files: { 'main.ts': 'changed' } } });
	keeper.dispose();
	storage.close();
});
