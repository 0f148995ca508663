import { expect, test } from 'vitest';
import type { StoredItems } from '#sandbox/stored-items.ts';
import { textFilesOf } from './own-file/own-file.ts';
import { storedItemsIn, parseStore, STORE_FILE, withStoredItems, withoutStoreFile } from './project-store.ts';

const files = { 'main.ts': 'let a = 1;' };

test('items come back from the files, whatever their keys', () => {
	const items: StoredItems = [
		['best', '3'],
		['__proto__', '{"a":1}'],
		['constructor', '"x"']
	];
	const filesWithStore = withStoredItems(files, items);
	expect(storedItemsIn(filesWithStore)).toEqual(items);
	expect(withStoredItems(filesWithStore, storedItemsIn(filesWithStore))).toEqual(filesWithStore);
	expect([withoutStoreFile(filesWithStore), textFilesOf(filesWithStore)]).toEqual([files, files]);
});

test('an empty store is no file', () => {
	expect(withStoredItems({ ...files, [STORE_FILE]: '{"best":"3"}' }, [])).toEqual(files);
	expect(withoutStoreFile(files)).toBe(files);
});

test.each(['', 'no JSON', '[]', 'null', '{"best":3}', `{"best":"${'x'.repeat(20_000)}"}`])(
	'a text that is no store has no items: %.20s',
	(text) => {
		expect(parseStore(text)).toBeUndefined();
		expect(storedItemsIn({ ...files, [STORE_FILE]: text })).toEqual([]);
	}
);
