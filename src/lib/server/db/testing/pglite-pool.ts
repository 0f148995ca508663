/** Reuses opened and migrated PGlite stores in tests, because creating and migrating one takes seconds. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import * as v from 'valibot';
import type { Connection } from '../database.ts';
import { MIGRATION_TABLE, migrateDatabase, readMigrationSteps } from '../migrate.ts';
import { connectionOfPglite } from '../pglite.ts';
import { RUN_FOLDER_VARIABLE } from './run-variables.ts';

const packageJsonSchema = v.object({ dependencies: v.object({ '@electric-sql/pglite': v.string() }) });
const PGLITE_SETTINGS = { postgresqlconf: ['shared_buffers=16MB'] };

interface PooledPglite {
	client: PGlite;
	shape: string;
}

const idleStores: PooledPglite[] = [];

/** Returns a migrated database without rows. Its `close` keeps the store for the next test. */
export async function borrowPglite(): Promise<Connection> {
	const store = (await takeCleanStore()) ?? (await openStoreCopy());
	return {
		...connectionOfPglite(store.client),
		async close() {
			await store.client.exec('unlisten *');
			idleStores.push(store);
		}
	};
}

async function openStoreCopy(): Promise<PooledPglite> {
	const copyFolder = await mkdtemp(join(process.env[RUN_FOLDER_VARIABLE] ?? tmpdir(), 'pglite-'));
	await cp(await migratedStoreFolder(), copyFolder, { recursive: true });
	const client = await PGlite.create(copyFolder, PGLITE_SETTINGS);
	return { client, shape: await describeTables(client) };
}

/** Returns an idle store, emptied; undefined when there is none. Closes those whose tables a test has changed. */
async function takeCleanStore(): Promise<PooledPglite | undefined> {
	for (let store = idleStores.pop(); store !== undefined; store = idleStores.pop()) {
		await store.client.exec('drop schema if exists pgboss cascade');
		if ((await describeTables(store.client)) === store.shape) {
			await emptyTables(store.client);
			return store;
		}
		await store.client.close();
	}
	return undefined;
}

/**
 * Empties all tables but the list of migrations; no migration inserts rows or makes a sequence. Without the vacuum, deleted rows would
 * leave gaps, and a table would keep later rows in another order.
 */
async function emptyTables(client: PGlite): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		`select 'public.' || quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace
		and relkind = 'r' and relname <> '${MIGRATION_TABLE}' and pg_relation_size(oid) > 0`
	);
	if (rows.length === 0) return;
	const names = rows.map(({ name }) => name);
	// In the role of a replica, a connection deletes rows without checking references between tables.
	const deletions = names.map((name) => `delete from ${name};`).join('');
	await client.exec(`set session_replication_role = replica; ${deletions} set session_replication_role = default`);
	await client.exec(`vacuum ${names.join(', ')}`);
}

/** Returns a text that changes with any table, column, constraint, index, trigger or migration. */
async function describeTables(client: PGlite): Promise<string> {
	const { rows } = await client.query<{ shape: string }>(`
		select string_agg(item, E'\\n' order by item) as shape from (
			select concat_ws(' ', c.relname, c.relkind, a.attname, a.atttypid, a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
			from pg_class c
			left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
			where c.relnamespace = 'public'::regnamespace
			union all select concat_ws(' ', conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
			union all select indexdef from pg_indexes where schemaname = 'public'
			union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
			union all select hash from ${MIGRATION_TABLE}
		) as items (item)
	`);
	return rows[0]?.shape ?? '';
}

/** Copies a migrated store without rows to the folder in which `openDatabase` looks for its store. */
export async function copyMigratedStoreTo(dataFolder: string): Promise<void> {
	await cp(await migratedStoreFolder(), join(dataFolder, 'database'), { recursive: true });
}

async function migratedStoreFolder(): Promise<string> {
	const migrationsHash = createHash('sha256');
	for (const { hash } of readMigrationSteps()) migrationsHash.update(hash);
	const name = `${await readPgliteVersion()}-${migrationsHash.digest('hex').slice(0, 12)}`;
	return fillSharedFolderOnce(name, async (folder) => {
		const client = await PGlite.create(folder, PGLITE_SETTINGS);
		await migrateDatabase(connectionOfPglite(client));
		await client.close();
	});
}

/** Returns a shared folder with the content that `fillFolder` makes, from an earlier run or another process if one made it. */
async function fillSharedFolderOnce(name: string, fillFolder: (folder: string) => Promise<void>): Promise<string> {
	const folder = join(tmpdir(), `braise-pglite-${process.getuid?.() ?? 0}-${name}`);
	if (existsSync(folder)) return folder;
	const unfinishedFolder = await mkdtemp(`${folder}-`);
	await fillFolder(unfinishedFolder);
	try {
		await rename(unfinishedFolder, folder);
	} catch {
		// Another process made the folder first.
		await rm(unfinishedFolder, { recursive: true, force: true });
	}
	return folder;
}

async function readPgliteVersion(): Promise<string> {
	const { dependencies } = v.parse(packageJsonSchema, JSON.parse(await readFile('package.json', 'utf8')));
	return dependencies['@electric-sql/pglite'];
}
