/** Gives a test file IndexedDB without what other test files of the same thread stored. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll } from 'vitest';

/** Call it at the top of a test file. */
export function startWithEmptyIndexedDb(): void {
	beforeAll(() => {
		globalThis.indexedDB = new IDBFactory();
	});
}
