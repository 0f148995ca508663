/** Opens the database once per process and gives it to the rest of lib/server. */
import { join } from 'node:path';
import { environment } from '#lib/server/environment.ts';
import type { Connection, Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { makePrivate } from './private-files.ts';

export type { Connection, Database } from './database.ts';
export * as schema from './schema/index.ts';

interface Kept {
	opening?: Promise<Connection>;
	opened?: Connection;
}

/** Global, because development reloads this module, while a store may be opened only once. */
const KEY = Symbol.for('braise.database');
const kept: Kept = ((globalThis as { [KEY]?: Kept })[KEY] ??= {});

export function openDatabase(): Promise<Connection> {
	return (kept.opening ??= open());
}

async function open(): Promise<Connection> {
	const { databaseUrl, dataFolder } = environment();
	await makePrivate(dataFolder);
	const connection = databaseUrl === undefined ? await openPglite(storeFolder()) : await openPostgres(databaseUrl);
	try {
		await migrate(connection);
	} catch (error) {
		await connection.close();
		throw error;
	}
	return (kept.opened = connection);
}

export function storeFolder(): string {
	return join(environment().dataFolder, 'database');
}

export function connection(): Connection {
	if (kept.opened === undefined) throw new Error('The database is not open yet.');
	return kept.opened;
}

export function database(): Database {
	return connection().database;
}
