/** Tests that restoring a backup keeps the replaced data aside, and is refused while the database is in use. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrateDatabase } from '../migrate.ts';
import { openPglite } from '../pglite.ts';
import { openPostgres } from '../postgres.ts';
import { account } from '../schema/index.ts';
import { createFreshPostgres } from '../testing/fresh-database.ts';
import { copyMigratedStoreTo } from '../testing/pglite-pool.ts';
import { listBackups, makeBackup } from './files.ts';
import { restorePglite, restorePostgres } from './restore.ts';

const EARLIER_ACCOUNT = { id: 'a', role: 'student', name: '', email: 'a' } as const;
const LATER_ACCOUNT = { id: 'b', role: 'student', name: '', email: 'b' } as const;

let parentFolder: string;
beforeEach(async () => {
	parentFolder = await mkdtemp(join(tmpdir(), 'braise-restore-'));
});
afterEach(() => rm(parentFolder, { recursive: true, force: true }));

test('a damaged PGlite store is replaced by its backup, and kept aside', { tags: 'soak' }, async () => {
	const folder = join(parentFolder, 'database');
	await copyMigratedStoreTo(parentFolder);
	const connectionBefore = await openPglite(folder);
	await connectionBefore.database.insert(account).values(EARLIER_ACCOUNT);
	const { file, rows } = await makeBackup(connectionBefore, parentFolder);
	await expect(restorePglite(folder, file)).rejects.toThrow('only one may');
	await connectionBefore.close();
	await rm(join(folder, 'global'), { recursive: true });
	await expect(openPglite(folder)).rejects.toThrow('damaged');

	const restoreResult = await restorePglite(folder, file);
	expect(restoreResult.rows).toBe(rows);
	const connectionAfter = await openPglite(folder);
	await migrateDatabase(connectionAfter);
	expect(await connectionAfter.database.select({ id: account.id }).from(account)).toEqual([{ id: 'a' }]);
	await connectionAfter.close();
	expect((await readdir(parentFolder)).toSorted()).toEqual(
		[basename(file), basename(restoreResult.asidePath ?? ''), 'database'].toSorted()
	);
});

test(
	'PostgreSQL is restored only when no other process uses it, and its data is backed up first',
	{ tags: 'soak' },
	async () => {
		const { connection, address } = await createFreshPostgres();
		await migrateDatabase(connection);
		await connection.database.insert(account).values(EARLIER_ACCOUNT);
		const { file } = await makeBackup(connection, parentFolder);
		await connection.database.insert(account).values(LATER_ACCOUNT);
		const otherConnection = await openPostgres(address);
		await expect(restorePostgres(connection, file, parentFolder)).rejects.toThrow('Stop its processes first');
		await otherConnection.close();

		const { asidePath } = await restorePostgres(connection, file, parentFolder);
		expect(await listBackups(parentFolder)).toEqual([file, asidePath]);
		expect(await connection.database.select({ id: account.id }).from(account)).toEqual([{ id: 'a' }]);
		await restorePostgres(connection, asidePath ?? '', parentFolder);
		expect(await connection.database.select({ id: account.id }).from(account)).toEqual([{ id: 'a' }, { id: 'b' }]);
		await connection.close();
	}
);
