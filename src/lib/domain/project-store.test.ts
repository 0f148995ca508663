import { expect, test } from 'vitest';
import type { StoredItems } from '#sandbox/stored-items.ts';
import { textFilesOf } from './own-file/own-file.ts';
import {
	readStoredProjectItems,
	parseProjectStore,
	PROJECT_STORE_FILE,
	replaceStoredItems,
	removeStoreFile
} from './project-store.ts';

const filesWithoutStore = { 'main.ts': 'let a = 1;' };

test('stored items are read back from the files, whatever their keys', () => {
	const items: StoredItems = [
		['best', '3'],
		['__proto__', '{"a":1}'],
		['constructor', '"x"']
	];
	const filesWithStore = replaceStoredItems(filesWithoutStore, items);
	expect(readStoredProjectItems(filesWithStore)).toEqual(items);
	expect(replaceStoredItems(filesWithStore, readStoredProjectItems(filesWithStore))).toEqual(filesWithStore);
	expect([removeStoreFile(filesWithStore), textFilesOf(filesWithStore)]).toEqual([
		filesWithoutStore,
		filesWithoutStore
	]);
});

test('an empty store leaves no file', () => {
	expect(replaceStoredItems({ ...filesWithoutStore, [PROJECT_STORE_FILE]: '{"best":"3"}' }, [])).toEqual(
		filesWithoutStore
	);
	expect(removeStoreFile(filesWithoutStore)).toBe(filesWithoutStore);
});

test.each(['', 'no JSON', '[]', 'null', '{"best":3}', `{"best":"${'x'.repeat(20_000)}"}`])(
	'an invalid store file gives no items: $0',
	(text) => {
		expect(parseProjectStore(text)).toBeUndefined();
		expect(readStoredProjectItems({ ...filesWithoutStore, [PROJECT_STORE_FILE]: text })).toEqual([]);
	}
);
