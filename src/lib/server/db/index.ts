import { join } from 'node:path';
import { environment } from '#lib/server/environment.ts';
import type { Connection, Database } from './database.ts';
import { migrateDatabase } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { makeFolderPrivate } from './private-files.ts';

export type { Connection, Database } from './database.ts';
export * as schema from './schema/index.ts';

interface GlobalDatabase {
	opening?: Promise<Connection>;
	connection?: Connection;
}

/** Key of the opened database on the global object: development reloads this module, while a store may be opened only once. */
const GLOBAL_DATABASE_KEY = Symbol.for('braise.database');
const globalDatabase: GlobalDatabase = ((globalThis as { [GLOBAL_DATABASE_KEY]?: GlobalDatabase })[
	GLOBAL_DATABASE_KEY
] ??= {});

export function openDatabase(): Promise<Connection> {
	return (globalDatabase.opening ??= openConnection());
}

async function openConnection(): Promise<Connection> {
	const { databaseUrl, dataFolder } = environment();
	await makeFolderPrivate(dataFolder);
	const connection =
		databaseUrl === undefined ? await openPglite(databaseFolderPath()) : await openPostgres(databaseUrl);
	try {
		await migrateDatabase(connection);
	} catch (error) {
		await connection.close();
		throw error;
	}
	return (globalDatabase.connection = connection);
}

export function databaseFolderPath(): string {
	return join(environment().dataFolder, 'database');
}

export function connection(): Connection {
	if (globalDatabase.connection === undefined) throw new Error('The database is not open yet.');
	return globalDatabase.connection;
}

export function database(): Database {
	return connection().database;
}
