/** What is forgotten when much is kept. */
import { expect, test } from 'vitest';
import { Store, type StoredFile } from './compiled-store.ts';

const fileOf = (code: string): StoredFile => ({
	outline: { isModule: true, own: new Set(), again: new Map(), stars: [] },
	imports: [],
	compiled: {
		unit: { isModule: true, code, lines: 0, map: undefined, helpers: new Map(), requests: [] },
		isTraced: true,
		meanings: []
	}
});

test('a short text that compiled to a long one makes room for others', () => {
	const store = new Store();
	const keys = Array.from({ length: 20 }, (_, index) => `${index}.ts`);
	for (const key of keys) store.set(key, fileOf('x'.repeat(3_900_000)));
	expect(keys.filter((key) => store.get(key) !== undefined)).toEqual(keys.slice(-6));
});

test('what was not used for longest is forgotten first, and what is kept again counts once', () => {
	const store = new Store();
	const large = fileOf('x'.repeat(10_000_000));
	store.set('one', large);
	store.set('two', large);
	store.set('two', large);
	expect(store.get('one')).toBe(large);
	store.set('three', large);
	expect(store.get('two')).toBeUndefined();
	expect(store.get('one')).toBe(large);
});
