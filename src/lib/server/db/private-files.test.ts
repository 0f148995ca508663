/** Tests that other users of the machine can neither read nor change the database's files and backups. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from './backup/files.ts';
import { migrateDatabase } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { makeFolderPrivate } from './private-files.ts';

let parentFolder: string;
let dataFolder: string;
beforeEach(() => {
	process.umask(0o022);
	parentFolder = mkdtempSync(join(tmpdir(), 'braise-private-'));
	dataFolder = join(parentFolder, 'data');
});
afterEach(() => rmSync(parentFolder, { recursive: true, force: true }));

/** Lists the files that another user of the machine could read or write. */
function listPathsOpenToOthers(): string[] {
	const innerPaths = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).map((name) =>
		join(dataFolder, name)
	);
	return [dataFolder, ...innerPaths].filter((path) => (statSync(path).mode & 0o077) !== 0);
}

test('a new store, its later files and its backup are closed to other users', async () => {
	await makeFolderPrivate(dataFolder);
	const connection = await openPglite(join(dataFolder, 'database'));
	await migrateDatabase(connection);
	expect(listPathsOpenToOthers()).toEqual([]);
	await connection.query(`
		create table many (text text);
		insert into many select repeat(md5(number::text), 100) from generate_series(1, 2000) number;
		create index on many (text); checkpoint`);
	await makeBackup(connection, join(dataFolder, 'backups'));
	expect(listPathsOpenToOthers()).toEqual([]);
	await connection.close();
	expect(listPathsOpenToOthers()).toEqual([]);
	expect(readdirSync(dataFolder, { recursive: true }).length).toBeGreaterThan(900);
});

test('readable files in the data folder are made private, and files outside it are left alone', async () => {
	mkdirSync(join(dataFolder, 'database', 'base'), { recursive: true });
	for (const file of ['secret', 'database/base/1', 'database/PG_VERSION']) writeFileSync(join(dataFolder, file), '');
	for (const file of ['database/base/1', 'secret']) chmodSync(join(dataFolder, file), 0o666);
	const outsidePath = join(parentFolder, 'outside');
	writeFileSync(outsidePath, '', { mode: 0o644 });
	symlinkSync(outsidePath, join(dataFolder, 'link'));
	await makeFolderPrivate(dataFolder);
	rmSync(join(dataFolder, 'link'));
	expect(listPathsOpenToOthers()).toEqual([]);
	expect(statSync(outsidePath).mode & 0o777).toBe(0o644);
	expect(statSync(join(dataFolder, 'secret')).mode & 0o777).toBe(0o600);
});
