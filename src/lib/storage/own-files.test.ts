import { afterEach, expect, test, vi } from 'vitest';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { markAccountDeparted } from './person.ts';
import { createStorageFailure } from './failure.ts';
import { createMemoryRows } from './memory.ts';
import { createStorage, openStorage } from './open.ts';
import {
	copyOwnFiles,
	forgetSentFiles,
	storeOwnFile,
	markOwnFileSent,
	readOwnFile,
	removeUnusedOwnFiles,
	findUnsentFileHashes,
	ownFilesDatabaseName,
	eraseUnreferencedOwnFiles
} from './own-files.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

const FIRST_HASH = 'a'.repeat(64);
const SECOND_HASH = 'b'.repeat(64);
const createBytes = (...values: number[]) => Uint8Array.from(values);

afterEach(() => vi.useRealTimers());

test('a file that is stored, even twice, is read back for its own account only', async () => {
	expect(await storeOwnFile('lou', FIRST_HASH, createBytes(1, 2))).toBe(true);
	expect(await storeOwnFile('lou', FIRST_HASH, createBytes(1, 2))).toBe(true);
	expect(await readOwnFile('lou', FIRST_HASH)).toEqual(createBytes(1, 2));
	expect(await readOwnFile('lou', SECOND_HASH)).toBeUndefined();
	expect(await readOwnFile(null, FIRST_HASH)).toBeUndefined();
});

test('a file is sent once for each work, and again to a server that lost the work', async () => {
	expect(await findUnsentFileHashes('lou', 'one', [FIRST_HASH, SECOND_HASH])).toEqual([FIRST_HASH, SECOND_HASH]);
	await markOwnFileSent('lou', 'one', FIRST_HASH);
	expect(await findUnsentFileHashes('lou', 'one', [FIRST_HASH, SECOND_HASH])).toEqual([SECOND_HASH]);
	expect(await findUnsentFileHashes('lou', 'two', [FIRST_HASH, SECOND_HASH])).toEqual([FIRST_HASH, SECOND_HASH]);
	await markOwnFileSent('lou', 'two', FIRST_HASH);
	await forgetSentFiles('lou', 'one');
	expect(await findUnsentFileHashes('lou', 'one', [FIRST_HASH, SECOND_HASH])).toEqual([FIRST_HASH, SECOND_HASH]);
	expect(await findUnsentFileHashes('lou', 'two', [FIRST_HASH, SECOND_HASH])).toEqual([SECOND_HASH]);
});

test('a visitor’s own files are copied into the account that takes over the works', async () => {
	await storeOwnFile(null, FIRST_HASH, createBytes(3));
	expect(await copyOwnFiles(null, 'noor', [FIRST_HASH, SECOND_HASH])).toBe(true);
	expect(await readOwnFile('noor', FIRST_HASH)).toEqual(createBytes(3));
});

test('a file that no version names is erased after a day, and not before', async () => {
	await storeOwnFile('mia', FIRST_HASH, createBytes(1));
	await storeOwnFile('mia', SECOND_HASH, createBytes(2));
	await removeUnusedOwnFiles('mia', new Set([SECOND_HASH]));
	expect(await readOwnFile('mia', FIRST_HASH)).toBeDefined();
	vi.setSystemTime(Date.now() + 2 * 86_400_000);
	await removeUnusedOwnFiles('mia', new Set([SECOND_HASH]));
	expect(await readOwnFile('mia', FIRST_HASH)).toBeUndefined();
	expect(await readOwnFile('mia', SECOND_HASH)).toEqual(createBytes(2));
	await removeUnusedOwnFiles('mia', new Set());
	expect(await readOwnFile('mia', SECOND_HASH), 'it was named just now').toBeDefined();
});

test('a file that an earlier version names stays, and a file that no version names is erased', async () => {
	const storage = await openStorage({ account: 'ana' });
	const createContentWithFiles = (files: Record<string, string>) => ({
		files,
		steps: null,
		decision: null,
		project: null
	});
	const ownOrigin = { kind: 'mine' } as const;
	const pictureText = formatOwnFile({
		sha256: FIRST_HASH,
		type: 'image/png',
		bytes: 1,
		width: 1,
		height: 1,
		origin: ownOrigin
	});
	const createdWork = await storage.createWork(
		{ kind: 'project', challenge: null, language: 'fr' },
		createContentWithFiles({ 'main.ts': '', 'a.png': pictureText })
	);
	if (createdWork.kind === 'failed') throw new Error(createdWork.reason);
	await storage.saveContent(createdWork.work.id, createContentWithFiles({ 'main.ts': '' }), createdWork.baseVersion, {
		sealsVersion: true
	});
	await storeOwnFile('ana', FIRST_HASH, createBytes(1));
	await storeOwnFile('ana', SECOND_HASH, createBytes(2));
	vi.setSystemTime(Date.now() + 2 * 86_400_000);
	await eraseUnreferencedOwnFiles(storage);
	expect(await readOwnFile('ana', FIRST_HASH)).toEqual(createBytes(1));
	expect(await readOwnFile('ana', SECOND_HASH)).toBeUndefined();
	storage.close();
});

test('no file is erased while works are kept in memory and the database was not read', async () => {
	await storeOwnFile('ida', FIRST_HASH, createBytes(1));
	vi.setSystemTime(Date.now() + 2 * 86_400_000);
	const memoryOnly = { kind: 'memory', failure: createStorageFailure('blocked') } as const;
	const storage = createStorage(createMemoryRows(), memoryOnly, { account: 'ida' });
	await eraseUnreferencedOwnFiles(storage);
	expect(await readOwnFile('ida', FIRST_HASH)).toEqual(createBytes(1));
	storage.close();
});

test('a file that cannot be stored is kept in the tab’s memory, and the failure is reported', async () => {
	markAccountDeparted('gone');
	expect(await storeOwnFile('gone', FIRST_HASH, createBytes(9))).toBe(false);
	expect(await readOwnFile('gone', FIRST_HASH)).toEqual(createBytes(9));
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(ownFilesDatabaseName('gone'));
});
