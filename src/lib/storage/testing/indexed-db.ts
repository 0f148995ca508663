import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll } from 'vitest';

/** Gives all tests of a file one new IndexedDB. Must be called at the top of the file. */
export function startWithEmptyIndexedDb(): void {
	beforeAll(() => {
		globalThis.indexedDB = new IDBFactory();
	});
}
