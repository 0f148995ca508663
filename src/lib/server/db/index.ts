/** Where the rest of lib/server gets the database: opened once, when the process starts. */
import { environment } from '../environment.ts';
import type { Connection, Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export type { Connection, Database } from './database.ts';
export * as schema from './schema/index.ts';

let opening: Promise<Connection> | undefined;
let opened: Connection | undefined;

export function openDatabase(): Promise<Connection> {
	return (opening ??= open());
}

async function open(): Promise<Connection> {
	const { databaseUrl, dataFolder } = environment();
	const connection =
		databaseUrl === undefined ? await openPglite(`${dataFolder}/database`) : await openPostgres(databaseUrl);
	await migrate(connection);
	return (opened = connection);
}

/** Open since the process answers requests. */
export function connection(): Connection {
	if (opened === undefined) throw new Error('The database is not open yet.');
	return opened;
}

export function database(): Database {
	return connection().database;
}
