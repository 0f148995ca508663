import { expect, test } from 'vitest';
import { STORED_ITEMS_LIMITS } from '../../stored-items.ts';
import { makePageStorage, ProgramStore } from './program-store.ts';

function openStorage(items: [string, string][] = []) {
	let changeCount = 0;
	const store = new ProgramStore(items, () => changeCount++);
	return { store, storage: makePageStorage(store, 'en'), countChanges: () => changeCount };
}

test('a page’s storage works like a browser’s storage', () => {
	const { store, storage } = openStorage([['best', '3']]);
	expect([storage.getItem('best'), storage.getItem('other'), storage.length, storage.key(0), storage.key(1)]).toEqual([
		'3',
		null,
		1,
		'best',
		null
	]);
	storage.setItem('level', 2 as unknown as string);
	storage['name'] = 'Lou';
	expect([storage['best'], storage['name'], storage['other']]).toEqual(['3', 'Lou', undefined]);
	expect(Object.keys(storage)).toEqual(['best', 'level', 'name']);
	expect('name' in storage && 'getItem' in storage && !('other' in storage)).toBe(true);
	delete storage['name'];
	storage.removeItem('best');
	expect(store.items).toEqual([['level', '2']]);
	storage.clear();
	expect([...store.items, storage.length]).toEqual([0]);
});

test.each(['__proto__', 'constructor', 'prototype', 'toString', 'length', 'getItem', ''])(
	'an item with the key %j is stored and removed like any other',
	(key) => {
		const { store, storage } = openStorage();
		storage.setItem(key, 'kept');
		expect(storage.getItem(key)).toBe('kept');
		expect(store.items).toEqual([[key, 'kept']]);
		expect(typeof storage.getItem).toBe('function');
		expect(Object.getPrototypeOf({})).toBe(Object.prototype);
		storage.removeItem(key);
		expect(store.items).toEqual([]);
	}
);

test('an item beyond the limit is refused with an explanation, and nothing stored is lost', () => {
	const { store, storage, countChanges } = openStorage([['best', '3']]);
	expect(() => storage.setItem('best', 'x'.repeat(STORED_ITEMS_LIMITS.characters))).toThrow(
		'“best” is not kept: the project’s memory has 20000 characters at most.'
	);
	for (let at = 1; at < STORED_ITEMS_LIMITS.items; at++) storage.setItem(`key ${at}`, '');
	expect(() => (storage['one more'] = '')).toThrow('has 100 keys at most');
	expect(storage.getItem('best')).toBe('3');
	expect(store.items).toHaveLength(STORED_ITEMS_LIMITS.items);
	expect(countChanges()).toBe(STORED_ITEMS_LIMITS.items - 1);
	storage.setItem('best', 'x'.repeat(15_000));
	storage.setItem('best', 'y'.repeat(15_000));
	expect(storage.getItem('best')).toBe('y'.repeat(15_000));
});

test('storing the same text again, or removing an unknown key, does not count as a change', () => {
	const { storage, countChanges } = openStorage([['best', '3']]);
	storage.setItem('best', '3');
	storage.removeItem('other');
	expect(countChanges()).toBe(0);
});
