import type { Page } from '@playwright/test';

/**
 * Returns the descriptions of the covers that this browser keeps for the person who uses it. A cover is made once the sketch has
 * played for a moment. Never creates the database, because the product would find it without its object store, and lose the
 * cover.
 */
export function readStoredCoverDescriptions(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const databaseName = names.find((name) => /^braise\.(?:.+\.)?covers$/.test(name));
		if (databaseName === undefined) return [];
		const opening = indexedDB.open(databaseName);
		const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
		const reading = database.transaction('covers').objectStore('covers').getAll() as IDBRequest<
			{ description: string }[]
		>;
		await new Promise((resolve) => (reading.onsuccess = resolve));
		database.close();
		return reading.result.map(({ description }) => description);
	});
}
