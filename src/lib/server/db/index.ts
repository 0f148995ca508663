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

interface GlobalDatabase {
	opening?: Promise<Connection>;
	connection?: Connection;
}

/** Global, because development reloads this module, while a store may be opened only once. */
const KEY = Symbol.for('braise.database');
const shared: GlobalDatabase = ((globalThis as { [KEY]?: GlobalDatabase })[KEY] ??= {});

export function openDatabase(): Promise<Connection> {
	return (shared.opening ??= open());
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
	return (shared.connection = connection);
}

export function storeFolder(): string {
	return join(environment().dataFolder, 'database');
}

export function connection(): Connection {
	if (shared.connection === undefined) throw new Error('The database is not open yet.');
	return shared.connection;
}

export function database(): Database {
	return connection().database;
}
