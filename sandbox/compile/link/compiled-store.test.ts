import { expect, test } from 'vitest';
import { CompiledStore, type StoredCompiledFile } from './compiled-store.ts';

const createStoredCompiledFile = (code: string): StoredCompiledFile => ({
	outline: { isModule: true, ownNames: new Set(), again: new Map(), starSpecifiers: [] },
	imports: [],
	compilation: {
		unit: { isModule: true, code, lineCount: 0, map: undefined, helpers: new Map(), requestedNames: [] },
		isTraced: true,
		meanings: []
	}
});

test('the oldest files are forgotten once the total compiled code is too long', () => {
	const store = new CompiledStore();
	const keys = Array.from({ length: 20 }, (_, index) => `${index}.ts`);
	for (const key of keys) store.set(key, createStoredCompiledFile('x'.repeat(3_900_000)));
	expect(keys.filter((key) => store.get(key) !== undefined)).toEqual(keys.slice(-6));
});

test('the file unused for longest is forgotten first, and a file stored again counts once', () => {
	const store = new CompiledStore();
	const large = createStoredCompiledFile('x'.repeat(10_000_000));
	store.set('one', large);
	store.set('two', large);
	store.set('two', large);
	expect(store.get('one')).toBe(large);
	store.set('three', large);
	expect(store.get('two')).toBeUndefined();
	expect(store.get('one')).toBe(large);
});
