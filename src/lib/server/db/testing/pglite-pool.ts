/** Reuses opened PGlite stores in tests, because creating one takes seconds. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import * as v from 'valibot';
import type { Connection } from '../database.ts';
import { migrateDatabase } from '../migrate.ts';
import { connectionOf } from '../pglite.ts';
import { RUN_FOLDER_VARIABLE } from './on-demand.ts';

const Package = v.object({ dependencies: v.object({ '@electric-sql/pglite': v.string() }) });

const idle: PGlite[] = [];

export async function borrowPglite(): Promise<Connection> {
	const client =
		idle.pop() ?? (await PGlite.create(await copyOfTemplate(), { postgresqlconf: ['shared_buffers=16MB'] }));
	await client.exec('drop schema if exists pgboss cascade; drop schema public cascade; create schema public');
	const connection = connectionOf(client);
	await migrateDatabase(connection);
	return {
		...connection,
		async close() {
			await client.exec('unlisten *');
			idle.push(client);
		}
	};
}

async function copyOfTemplate(): Promise<string> {
	const copy = await mkdtemp(join(process.env[RUN_FOLDER_VARIABLE] ?? tmpdir(), 'pglite-'));
	await cp(await emptyStoreFolder(), copy, { recursive: true });
	return copy;
}

/** Copies an empty store to where `openDatabase` looks for one: creating a store on a busy machine takes longer than a test may wait. */
export async function copyEmptyStoreTo(dataFolder: string): Promise<void> {
	await cp(await emptyStoreFolder(), join(dataFolder, 'database'), { recursive: true });
}

/** Returns the folder of an empty store, shared by all runs with this version of PGlite. */
export async function emptyStoreFolder(): Promise<string> {
	const folder = join(tmpdir(), `braise-pglite-${process.getuid?.() ?? 0}-${await versionOf()}`);
	if (existsSync(folder)) return folder;
	const making = await mkdtemp(`${folder}-`);
	await (await PGlite.create(making)).close();
	try {
		await rename(making, folder);
	} catch {
		// Another process has made the template first.
		await rm(making, { recursive: true, force: true });
	}
	return folder;
}

async function versionOf(): Promise<string> {
	const { dependencies } = v.parse(Package, JSON.parse(await readFile('package.json', 'utf8')));
	return dependencies['@electric-sql/pglite'];
}
