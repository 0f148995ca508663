/** Reads which pictures of projects a browser keeps. */
import type { Page } from '@playwright/test';

/**
 * Returns how many covers this browser keeps for a visitor. A cover is made once the sketch has played for a moment.
 * Never creates the database: the product would find it without its store, and lose its cover.
 */
export function countCovers(page: Page): Promise<number> {
	return page.evaluate(async () => {
		if (!(await indexedDB.databases()).some(({ name }) => name === 'braise.covers')) return 0;
		const opening = indexedDB.open('braise.covers');
		const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
		const counting = database.transaction('covers').objectStore('covers').count();
		const count = await new Promise<number>((resolve) => (counting.onsuccess = () => resolve(counting.result)));
		database.close();
		return count;
	});
}
