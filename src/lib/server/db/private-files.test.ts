import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from './backup/files.ts';
import { migrateDatabase } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { makeFolderPrivate } from './private-files.ts';

let parent: string;
let data: string;
beforeEach(() => {
	process.umask(0o022);
	parent = mkdtempSync(join(tmpdir(), 'braise-private-'));
	data = join(parent, 'data');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Lists the files that another user of the machine could read or write. */
function openToOthers(): string[] {
	const below = readdirSync(data, { recursive: true, encoding: 'utf8' }).map((name) => join(data, name));
	return [data, ...below].filter((path) => (statSync(path).mode & 0o077) !== 0);
}

test('a new store, what it writes while it runs, and its backup are closed to other users', async () => {
	await makeFolderPrivate(data);
	const connection = await openPglite(join(data, 'database'));
	await migrateDatabase(connection);
	expect(openToOthers()).toEqual([]);
	await connection.execute(`
		create table many (text text);
		insert into many select repeat(md5(number::text), 100) from generate_series(1, 2000) number;
		create index on many (text); checkpoint`);
	await makeBackup(connection, join(data, 'backups'));
	expect(openToOthers()).toEqual([]);
	await connection.close();
	expect(openToOthers()).toEqual([]);
	expect(readdirSync(data, { recursive: true }).length).toBeGreaterThan(900);
});

test('files that an earlier version left readable are made private at the start, and none outside', async () => {
	mkdirSync(join(data, 'database', 'base'), { recursive: true });
	for (const file of ['secret', 'database/base/1', 'database/PG_VERSION']) writeFileSync(join(data, file), '');
	for (const file of ['database/base/1', 'secret']) chmodSync(join(data, file), 0o666);
	const outside = join(parent, 'outside');
	writeFileSync(outside, '', { mode: 0o644 });
	symlinkSync(outside, join(data, 'link'));
	await makeFolderPrivate(data);
	rmSync(join(data, 'link'));
	expect(openToOthers()).toEqual([]);
	expect(statSync(outside).mode & 0o777).toBe(0o644);
	expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
});
