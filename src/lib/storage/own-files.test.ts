import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { markDeparted } from './departures.ts';
import {
	copyOwnFiles,
	keepOwnFile,
	markOwnFileSent,
	ownFilesDatabaseName,
	readOwnFile,
	removeUnusedFiles,
	unsentOf
} from './own-files.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const bytes = (...values: number[]) => Uint8Array.from(values);

afterEach(() => vi.useRealTimers());

test('a file is kept for its person, once', async () => {
	expect(await keepOwnFile('lou', A, bytes(1, 2))).toBe(true);
	expect(await keepOwnFile('lou', A, bytes(1, 2))).toBe(true);
	expect(await readOwnFile('lou', A)).toEqual(bytes(1, 2));
	expect(await readOwnFile('lou', B)).toBeUndefined();
	expect(await readOwnFile(null, A)).toBeUndefined();
});

test('a file is sent once for each work', async () => {
	expect(await unsentOf('lou', 'one', [A, B])).toEqual([A, B]);
	await markOwnFileSent('lou', 'one', A);
	expect(await unsentOf('lou', 'one', [A, B])).toEqual([B]);
	expect(await unsentOf('lou', 'two', [A, B])).toEqual([A, B]);
});

test('what a visitor made goes with the works into the account', async () => {
	await keepOwnFile(null, A, bytes(3));
	expect(await copyOwnFiles(null, 'noor', [A, B])).toBe(true);
	expect(await readOwnFile('noor', A)).toEqual(bytes(3));
});

test('what no version names is erased after a day, and not before', async () => {
	await keepOwnFile('mia', A, bytes(1));
	await keepOwnFile('mia', B, bytes(2));
	await removeUnusedFiles('mia', new Set([B]));
	expect(await readOwnFile('mia', A)).toBeDefined();
	vi.setSystemTime(Date.now() + 2 * 86_400_000);
	await removeUnusedFiles('mia', new Set([B]));
	expect(await readOwnFile('mia', A)).toBeUndefined();
	expect(await readOwnFile('mia', B)).toEqual(bytes(2));
});

test('where nothing can be stored, a file lasts as long as the tab, and that is told', async () => {
	markDeparted('gone');
	expect(await keepOwnFile('gone', A, bytes(9))).toBe(false);
	expect(await readOwnFile('gone', A)).toEqual(bytes(9));
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(ownFilesDatabaseName('gone'));
});
