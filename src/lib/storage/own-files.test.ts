import { afterEach, expect, test, vi } from 'vitest';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { markAccountDeparted } from './departed-accounts.ts';
import { createStorageFailure } from './failure.ts';
import { createMemoryRows } from './memory.ts';
import { createStorage, openStorage } from './open.ts';
import {
	copyOwnFiles,
	forgetSentFiles,
	storeOwnFile,
	markOwnFileSent,
	readOwnFile,
	removeUnusedFiles,
	findUnsentFileHashes
} from './own-files.ts';
import { ownFilesDatabaseName } from './own-files-database.ts';
import { eraseUnreferencedFiles } from './sweep-own-files.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const bytesOf = (...values: number[]) => Uint8Array.from(values);

afterEach(() => vi.useRealTimers());

test('a file is kept for its person, once', async () => {
	expect(await storeOwnFile('lou', A, bytesOf(1, 2))).toBe(true);
	expect(await storeOwnFile('lou', A, bytesOf(1, 2))).toBe(true);
	expect(await readOwnFile('lou', A)).toEqual(bytesOf(1, 2));
	expect(await readOwnFile('lou', B)).toBeUndefined();
	expect(await readOwnFile(null, A)).toBeUndefined();
});

test('a file is sent once for each work, and again to a server that lost the work', async () => {
	expect(await findUnsentFileHashes('lou', 'one', [A, B])).toEqual([A, B]);
	await markOwnFileSent('lou', 'one', A);
	expect(await findUnsentFileHashes('lou', 'one', [A, B])).toEqual([B]);
	expect(await findUnsentFileHashes('lou', 'two', [A, B])).toEqual([A, B]);
	await markOwnFileSent('lou', 'two', A);
	await forgetSentFiles('lou', 'one');
	expect(await findUnsentFileHashes('lou', 'one', [A, B])).toEqual([A, B]);
	expect(await findUnsentFileHashes('lou', 'two', [A, B])).toEqual([B]);
});

test('what a visitor made goes with the works into the account', async () => {
	await storeOwnFile(null, A, bytesOf(3));
	expect(await copyOwnFiles(null, 'noor', [A, B])).toBe(true);
	expect(await readOwnFile('noor', A)).toEqual(bytesOf(3));
});

test('what no version names is erased after a day, and not before', async () => {
	await storeOwnFile('mia', A, bytesOf(1));
	await storeOwnFile('mia', B, bytesOf(2));
	await removeUnusedFiles('mia', new Set([B]));
	expect(await readOwnFile('mia', A)).toBeDefined();
	vi.setSystemTime(Date.now() + 2 * 86_400_000);
	await removeUnusedFiles('mia', new Set([B]));
	expect(await readOwnFile('mia', A)).toBeUndefined();
	expect(await readOwnFile('mia', B)).toEqual(bytesOf(2));
	await removeUnusedFiles('mia', new Set());
	expect(await readOwnFile('mia', B), 'it was named just now').toBeDefined();
});

test('what an earlier version names stays with the project, and what nothing names goes', async () => {
	const storage = await openStorage({ account: 'ana' });
	const contentWith = (files: Record<string, string>) => ({ files, steps: null, decision: null, project: null });
	const ownOrigin = { kind: 'mine' } as const;
	const pictureText = formatOwnFile({ sha256: A, type: 'image/png', bytes: 1, width: 1, height: 1, origin: ownOrigin });
	const createdWork = await storage.createWork(
		{ kind: 'project', challenge: null, language: 'fr' },
		contentWith({ 'main.ts': '', 'a.png': pictureText })
	);
	if (createdWork.kind === 'failed') throw new Error(createdWork.reason);
	await storage.saveContent(createdWork.work.id, contentWith({ 'main.ts': '' }), createdWork.baseVersion, {
		sealsVersion: true
	});
	await storeOwnFile('ana', A, bytesOf(1));
	await storeOwnFile('ana', B, bytesOf(2));
	vi.setSystemTime(Date.now() + 2 * 86_400_000);
	await eraseUnreferencedFiles(storage);
	expect(await readOwnFile('ana', A)).toEqual(bytesOf(1));
	expect(await readOwnFile('ana', B)).toBeUndefined();
	storage.close();
});

test('nothing is erased where the works are in memory, and the database was not read', async () => {
	await storeOwnFile('ida', A, bytesOf(1));
	vi.setSystemTime(Date.now() + 2 * 86_400_000);
	const memoryOnly = { kind: 'memory', failure: createStorageFailure('blocked') } as const;
	const storage = createStorage(createMemoryRows(), memoryOnly, { account: 'ida' });
	await eraseUnreferencedFiles(storage);
	expect(await readOwnFile('ida', A)).toEqual(bytesOf(1));
	storage.close();
});

test('where nothing can be stored, a file lasts as long as the tab, and that is told', async () => {
	markAccountDeparted('gone');
	expect(await storeOwnFile('gone', A, bytesOf(9))).toBe(false);
	expect(await readOwnFile('gone', A)).toEqual(bytesOf(9));
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(ownFilesDatabaseName('gone'));
});
