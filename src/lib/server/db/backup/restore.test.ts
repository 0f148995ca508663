import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrateDatabase } from '../migrate.ts';
import { openPglite } from '../pglite.ts';
import { openPostgres } from '../postgres.ts';
import { account } from '../schema/index.ts';
import { freshPostgres } from '../testing/fresh.ts';
import { emptyStoreFolder } from '../testing/pglite-pool.ts';
import { backupsIn, makeBackup } from './files.ts';
import { restorePglite, restorePostgres } from './restore.ts';

const ONE = { id: 'a', role: 'student', name: '', email: 'a' } as const;
const LATER = { id: 'b', role: 'student', name: '', email: 'b' } as const;

let parent: string;
beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'braise-restore-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

test('a damaged store is replaced by its last backup and stays aside', { tags: 'soak' }, async () => {
	const folder = join(parent, 'database');
	await cp(await emptyStoreFolder(), folder, { recursive: true });
	const before = await openPglite(folder);
	await migrateDatabase(before);
	await before.database.insert(account).values(ONE);
	const { file, rows } = await makeBackup(before, parent);
	await expect(restorePglite(folder, file)).rejects.toThrow('only one may');
	await before.close();
	await rm(join(folder, 'global'), { recursive: true });
	await expect(openPglite(folder)).rejects.toThrow('damaged');

	const restoreResult = await restorePglite(folder, file);
	expect(restoreResult.rows).toBe(rows);
	const after = await openPglite(folder);
	await migrateDatabase(after);
	expect(await after.database.select({ id: account.id }).from(account)).toEqual([{ id: 'a' }]);
	await after.close();
	expect((await readdir(parent)).toSorted()).toEqual(
		[basename(file), basename(restoreResult.aside ?? ''), 'database'].toSorted()
	);
});

test(
	'PostgreSQL is restored when no other process is on it, and what was there is backed up first',
	{ tags: 'soak' },
	async () => {
		const { connection, address } = await freshPostgres();
		await migrateDatabase(connection);
		await connection.database.insert(account).values(ONE);
		const { file } = await makeBackup(connection, parent);
		await connection.database.insert(account).values(LATER);
		const other = await openPostgres(address);
		await expect(restorePostgres(connection, file, parent)).rejects.toThrow('Stop its processes first');
		await other.close();

		const { aside } = await restorePostgres(connection, file, parent);
		expect(await backupsIn(parent)).toEqual([file, aside]);
		expect(await connection.database.select({ id: account.id }).from(account)).toEqual([{ id: 'a' }]);
		await restorePostgres(connection, aside ?? '', parent);
		expect(await connection.database.select({ id: account.id }).from(account)).toEqual([{ id: 'a' }, { id: 'b' }]);
		await connection.close();
	}
);
