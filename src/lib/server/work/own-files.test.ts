/** Tests the own files of projects, on both database engines. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection, Database } from '#lib/server/db/index.ts';
import { account, version, work, workAuthor, workFile } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { DEFAULT_ACCOUNT_STORAGE_LIMITS } from './quota.ts';
import { copyOwnFiles, storeOwnFile, ownFilesOfWorks, readOwnFile, removeUnreferencedFiles } from './own-files.ts';
import type { SentWork } from '#lib/wire/sync.ts';
import { removeWorkForAuthor } from './remove-work.ts';
import { storeWork } from './store-work.ts';

const FILE_HASH = 'a'.repeat(64);
const FILE_CONTENT = 'x'.repeat(100);

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let workCount = 0;
	let id = '';

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		const people = ['lou', 'noor'].map((one) => ({
			id: one,
			role: 'student' as const,
			name: '',
			email: `${one}@invalid`
		}));
		await database.insert(account).values(people);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		id = `work-${++workCount}`;
		await storeEmptyWork(id, ownerAccount());
	});

	async function storeEmptyWork(workId: string, owner: string) {
		await database
			.insert(account)
			.values({ id: owner, role: 'student', name: '', email: `${owner}@invalid` })
			.onConflictDoNothing();
		await database
			.insert(work)
			.values({ id: workId, format: 1, kind: 'project', language: 'fr', createdAt: 1, head: 'v', bytes: 10 });
		await database.insert(workAuthor).values({ workId, accountId: owner });
	}
	const storeVersionNaming = (workId: string, ...hashes: string[]) =>
		database
			.insert(version)
			.values({ id: `${workId}-v`, workId, savedAt: 1, files: { 'main.ts': '', 'cat.png': hashes.join(' ') } });
	const ownerAccount = () => `${engine}-${workCount}`;
	const storeTestFile = (limits = DEFAULT_ACCOUNT_STORAGE_LIMITS, sha256 = FILE_HASH, person = ownerAccount()) =>
		storeOwnFile(database, person, { workId: id, sha256, content: FILE_CONTENT }, limits);
	const readWorkBytes = async (of = id) => (await database.select().from(work).where(eq(work.id, of)))[0]?.bytes;

	test('an own file is read by its author, and counts once when it is stored twice', async () => {
		expect(await storeTestFile()).toEqual({ kind: 'kept', accountBytes: 110 });
		expect(await storeTestFile()).toEqual({ kind: 'kept', accountBytes: 110 });
		expect(await readWorkBytes()).toBe(110);
		expect(await readOwnFile(database, ownerAccount(), id, FILE_HASH)).toBe(FILE_CONTENT);
	});

	test('another account can neither read nor store a file of the work', async () => {
		await storeTestFile();
		expect(await readOwnFile(database, 'noor', id, FILE_HASH)).toBeUndefined();
		expect(await storeTestFile(DEFAULT_ACCOUNT_STORAGE_LIMITS, 'b'.repeat(64), 'noor')).toEqual({
			kind: 'refused',
			reason: 'absent'
		});
		expect(await database.select().from(workFile).where(eq(workFile.workId, id))).toHaveLength(1);
	});

	test('a file without room in the account or on the server is refused and not stored', async () => {
		expect(await storeTestFile({ ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: 109 })).toEqual({
			kind: 'refused',
			reason: 'account-full'
		});
		expect(await storeTestFile({ ...DEFAULT_ACCOUNT_STORAGE_LIMITS, isFull: true })).toEqual({
			kind: 'refused',
			reason: 'server-full'
		});
		expect(await readWorkBytes()).toBe(10);
		expect(await readOwnFile(database, ownerAccount(), id, FILE_HASH)).toBeUndefined();
	});

	test('files that arrive at the same time do not exceed the quota together', async () => {
		const hashes = Array.from({ length: 8 }, (_, at) => String(at).repeat(64));
		await storeVersionNaming(id, ...hashes);
		const results = await Promise.all(
			hashes.map((sha256) => storeTestFile({ ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: 310 }, sha256))
		);
		expect(results.filter(({ kind }) => kind === 'kept')).toHaveLength(3);
		expect(await readWorkBytes()).toBe(310);
	});

	test('a work that has its maximum number of files refuses another file', async () => {
		const rows = Array.from({ length: 120 }, (_, at) => ({
			workId: id,
			sha256: at.toString(16).padStart(64, '0'),
			content: ''
		}));
		await database.insert(workFile).values(rows);
		await storeVersionNaming(id, ...rows.map(({ sha256 }) => sha256));
		expect(await storeTestFile()).toEqual({ kind: 'refused', reason: 'too-large' });
	});

	test('files that no version names give way to a new file, and named files stay', async () => {
		const [namedHash, unnamedHash, nextHash] = ['b', 'c', 'd'].map((letter) => letter.repeat(64)) as [
			string,
			string,
			string
		];
		await storeVersionNaming(id, namedHash, nextHash);
		await storeTestFile(DEFAULT_ACCOUNT_STORAGE_LIMITS, namedHash);
		await storeTestFile(DEFAULT_ACCOUNT_STORAGE_LIMITS, unnamedHash);
		expect(await storeTestFile({ ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: 210 }, nextHash)).toEqual({
			kind: 'kept',
			accountBytes: 210
		});
		expect(await readOwnFile(database, ownerAccount(), id, unnamedHash)).toBeUndefined();
		expect(await readOwnFile(database, ownerAccount(), id, namedHash)).toBe(FILE_CONTENT);
		expect(await storeTestFile({ ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: 210 })).toEqual({
			kind: 'refused',
			reason: 'account-full'
		});
	});

	test('files that no version names give way to a new version, and are removed at night', async () => {
		await storeVersionNaming(id, FILE_HASH);
		const createSentWork = (name: string): SentWork => ({
			format: 1,
			account: ownerAccount(),
			work: { id: `${id}-${name}`, kind: 'project', challenge: null, language: 'fr', createdAt: 1 },
			head: `${id}-${name}-1`,
			expected: null,
			versions: [
				{
					id: `${id}-${name}-1`,
					work: `${id}-${name}`,
					parent: null,
					savedAt: 1,
					files: { 'main.ts': '' },
					steps: null,
					decision: null,
					project: null
				}
			]
		});
		for (const letter of ['e', 'f', '0']) await storeTestFile(DEFAULT_ACCOUNT_STORAGE_LIMITS, letter.repeat(64));
		expect(await readWorkBytes()).toBe(310);
		const limits = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: 310 };
		expect(await storeWork(database, ownerAccount(), createSentWork('one'), null, limits)).toMatchObject({
			kind: 'stored'
		});
		expect(await readWorkBytes()).toBe(10);
		await storeTestFile();
		await storeTestFile(DEFAULT_ACCOUNT_STORAGE_LIMITS, 'f'.repeat(64));
		await removeUnreferencedFiles(database);
		expect(await readWorkBytes()).toBe(110);
		expect(await readOwnFile(database, ownerAccount(), id, FILE_HASH)).toBe(FILE_CONTENT);
	});

	test('a copied work gets the files that it names, and keeps them when the original is removed', async () => {
		await storeTestFile();
		await storeTestFile(DEFAULT_ACCOUNT_STORAGE_LIMITS, 'b'.repeat(64));
		await storeEmptyWork(`${id}-copy`, 'noor');
		await storeVersionNaming(`${id}-copy`, FILE_HASH);
		await copyOwnFiles(database, id, `${id}-copy`);
		expect(await readWorkBytes(`${id}-copy`)).toBe(110);
		expect(await readOwnFile(database, 'noor', `${id}-copy`, FILE_HASH)).toBe(FILE_CONTENT);
		await removeWorkForAuthor(database, ownerAccount(), id);
		const files = await ownFilesOfWorks(database, [id, `${id}-copy`]);
		expect([...files]).toEqual([[`${id}-copy`, { [FILE_HASH]: FILE_CONTENT }]]);
	});
});
