import { expect } from '@playwright/test';
import { createWork, loadWork, saveWork, test } from './class-page.ts';

test('work is kept over plain http, where there is no secure context', async ({ open }) => {
	const page = await open();
	expect(await page.evaluate(() => [isSecureContext, storageTestPage.storage.persistence.kind])).toEqual([
		false,
		'kept'
	]);
	const { work, base } = await createWork(page);
	expect(await saveWork(page, { work, base, main: 'edited' })).toMatchObject({ kind: 'saved' });
	await page.close();
	expect((await loadWork(await open(), work)).main).toBe('edited');
});

test('the second of two tabs gets a conflict instead of overwriting, and both contents are kept', async ({ open }) => {
	const thisTab = await open();
	const otherTab = await open();
	const { work, base } = await createWork(thisTab);
	const firstSave = await saveWork(thisTab, { work, base, main: 'here' });
	if (firstSave.kind !== 'saved') throw new Error(firstSave.kind);
	await expect
		.poll(() => otherTab.evaluate(() => storageTestPage.heard))
		.toContainEqual(expect.objectContaining({ kind: 'saved', work, version: firstSave.baseVersion, main: true }));
	const secondSave = await saveWork(otherTab, { work, base, main: 'there' });
	expect(secondSave).toMatchObject({ kind: 'conflict', theirVersion: firstSave.baseVersion });
	expect((await loadWork(otherTab, work)).main).toBe('here');
	const contents = await otherTab.evaluate(async (id) => {
		const history = await storageTestPage.storage.history(id);
		return history.kind === 'history' ? history.versions.map((version) => version.files['main.ts']) : [];
	}, work);
	expect(contents.sort()).toEqual(['here', 'start', 'there']);
});

test(
	'when two tabs save at the same moment, one save succeeds and the other conflicts',
	{ tag: '@soak' },
	async ({ open }) => {
		const thisTab = await open();
		const otherTab = await open();
		for (let round = 0; round < 10; round++) {
			const { work, base } = await createWork(thisTab);
			const results = await Promise.all([
				saveWork(thisTab, { work, base, main: 'here' }),
				saveWork(otherTab, { work, base, main: 'there' })
			]);
			expect(results.map((result) => result.kind).sort()).toEqual(['conflict', 'saved']);
		}
	}
);

test('leaving while the program runs is not a crash', async ({ open }) => {
	const page = await open();
	const { work, base } = await createWork(page);
	await saveWork(page, { work, base, main: 'loop', running: true });
	const otherTab = await open();
	expect((await loadWork(otherTab, work)).crashed).toBe(true);
	await page.goto('about:blank');
	await expect.poll(async () => (await loadWork(otherTab, work)).crashed).toBe(false);
});

test('closing the tab while the program runs is not a crash', { tag: '@soak' }, async ({ open }) => {
	const page = await open();
	const { work, base } = await createWork(page);
	await saveWork(page, { work, base, main: 'loop', running: true });
	const otherTab = await open();
	await page.close({ runBeforeUnload: true });
	await expect.poll(async () => (await loadWork(otherTab, work)).crashed).toBe(false);
});

test(
	'when another tab blocks the database, work is kept in memory, and the storage says so',
	{ tag: '@soak' },
	async ({ open }) => {
		const holdingTab = await open('closed');
		await holdingTab.evaluate(async () => {
			await new Promise((resolve) => (indexedDB.open('braise', 1).onsuccess = resolve));
			// The deletion never happens, because this page keeps its connection open. Later requests to open the database wait behind
			// it.
			indexedDB.deleteDatabase('braise');
		});
		const page = await open();
		const persistence = await page.evaluate(() => storageTestPage.storage.persistence);
		expect(persistence).toMatchObject({ kind: 'memory', failure: { reason: 'silent' } });
		const { work, base } = await createWork(page);
		await saveWork(page, { work, base, main: 'in memory' });
		expect((await loadWork(page, work)).main).toBe('in memory');
	}
);

test('when data is deleted under an open page, saving fails, and works again after a reload', async ({ open }) => {
	const page = await open();
	const { work, base } = await createWork(page);
	await saveWork(page, { work, base, main: 'before' });
	await page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase('braise').onsuccess = resolve)));
	// The page cannot tell a deletion from a newer version of the app, which asks it to let go of the database, too.
	const lateSave = await saveWork(page, { work, base, main: 'late' });
	expect(lateSave).toMatchObject({ kind: 'failed', reason: 'newer' });

	await page.reload();
	expect(await page.evaluate(() => storageTestPage.open())).toMatchObject({ kind: 'kept' });
	const { work: newWork, base: newBase } = await createWork(page);
	expect(await saveWork(page, { work: newWork, base: newBase, main: 'after' })).toMatchObject({ kind: 'saved' });
	expect((await loadWork(await open(), newWork)).main).toBe('after');
});
