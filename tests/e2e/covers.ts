/** Reads which pictures of projects a browser keeps. */
import type { Page } from '@playwright/test';

/** Returns how many covers this browser keeps for a visitor. A cover is made once the sketch has played for a moment. */
export function countCovers(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const opening = indexedDB.open('braise.covers');
		const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
		if (!database.objectStoreNames.contains('covers')) {
			database.close();
			await new Promise((resolve) => (indexedDB.deleteDatabase('braise.covers').onsuccess = resolve));
			return 0;
		}
		const counting = database.transaction('covers').objectStore('covers').count();
		const count = await new Promise<number>((resolve) => (counting.onsuccess = () => resolve(counting.result)));
		database.close();
		return count;
	});
}
