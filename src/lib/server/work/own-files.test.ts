/** Tests the files of projects, on both database engines. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection, Database } from '#lib/server/db/index.ts';
import { account, work, workAuthor, workFile } from '#lib/server/db/schema/index.ts';
import { ENGINES, freshDatabase } from '#lib/server/db/testing/fresh.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { copyOwnFiles, keepOwnFile, ownFilesOfWorks, readOwnFile } from './own-files.ts';
import { removeWork } from './remove.ts';

const SHA = 'a'.repeat(64);
const CONTENT = 'x'.repeat(100);

describe.each(ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let made = 0;
	let id = '';

	beforeAll(async () => {
		connection = await freshDatabase(engine);
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
		id = `work-${++made}`;
		await begin(id, `account-${made}`);
	});

	async function begin(workId: string, owner: string) {
		await database
			.insert(account)
			.values({ id: owner, role: 'student', name: '', email: `${owner}@invalid` })
			.onConflictDoNothing();
		await database
			.insert(work)
			.values({ id: workId, format: 1, kind: 'project', language: 'fr', createdAt: 1, head: 'v', bytes: 10 });
		await database.insert(workAuthor).values({ workId, accountId: owner });
	}
	const owner = () => `account-${made}`;
	const keep = (limits = DEFAULT_LIMITS, sha256 = SHA, person = owner()) =>
		keepOwnFile(database, person, { work: id, sha256, content: CONTENT }, limits);
	const bytes = async (of = id) => (await database.select().from(work).where(eq(work.id, of)))[0]?.bytes;

	test('a file is kept and read by its author, and counts once', async () => {
		expect(await keep()).toEqual({ kind: 'kept', accountBytes: 110 });
		expect(await keep()).toEqual({ kind: 'kept', accountBytes: 110 });
		expect(await bytes()).toBe(110);
		expect(await readOwnFile(database, owner(), id, SHA)).toBe(CONTENT);
	});

	test('for everyone else it is absent, whether it is there or not', async () => {
		await keep();
		expect(await readOwnFile(database, 'noor', id, SHA)).toBeUndefined();
		expect(await keep(DEFAULT_LIMITS, 'b'.repeat(64), 'noor')).toEqual({ kind: 'refused', reason: 'absent' });
		expect(await database.select().from(workFile).where(eq(workFile.workId, id))).toHaveLength(1);
	});

	test('one that has no room is refused, and changes nothing', async () => {
		expect(await keep({ ...DEFAULT_LIMITS, bytes: 109 })).toEqual({ kind: 'refused', reason: 'account-full' });
		expect(await keep({ ...DEFAULT_LIMITS, isFull: true })).toEqual({ kind: 'refused', reason: 'server-full' });
		expect(await bytes()).toBe(10);
		expect(await readOwnFile(database, owner(), id, SHA)).toBeUndefined();
	});

	test('files that arrive together are counted one after the other', async () => {
		const hashes = Array.from({ length: 8 }, (_, at) => String(at).repeat(64));
		const kept = await Promise.all(hashes.map((sha256) => keep({ ...DEFAULT_LIMITS, bytes: 310 }, sha256)));
		expect(kept.filter(({ kind }) => kind === 'kept')).toHaveLength(3);
		expect(await bytes()).toBe(310);
	});

	test('a work has so many files at most', async () => {
		const rows = Array.from({ length: 120 }, (_, at) => ({ workId: id, sha256: `file ${at}`, content: '' }));
		await database.insert(workFile).values(rows);
		expect(await keep()).toEqual({ kind: 'refused', reason: 'too-large' });
	});

	test('a copy of the work has them too, and they go with the work', async () => {
		await keep();
		await begin(`${id}-copy`, 'noor');
		await copyOwnFiles(database, id, `${id}-copy`);
		expect(await bytes(`${id}-copy`)).toBe(110);
		expect(await readOwnFile(database, 'noor', `${id}-copy`, SHA)).toBe(CONTENT);
		await removeWork(database, owner(), id);
		const files = await ownFilesOfWorks(database, [id, `${id}-copy`]);
		expect([...files]).toEqual([[`${id}-copy`, { [SHA]: CONTENT }]]);
	});
});
