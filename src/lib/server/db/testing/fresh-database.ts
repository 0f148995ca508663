import { randomUUID } from 'node:crypto';
import type { Connection } from '../database.ts';
import { migrateDatabase } from '../migrate.ts';
import { openPostgres } from '../postgres.ts';
import { POSTGRES_SERVER_VARIABLE } from './run-variables.ts';
import { borrowPglite } from './pglite-pool.ts';

export const DATABASE_ENGINES = ['pglite', 'postgres'] as const;
export type DatabaseEngine = (typeof DATABASE_ENGINES)[number];
/** Normal runs test one engine; `npm run soak`, or `BRAISE_SOAK=yes npm run unit`, tests both. */
export const TESTED_ENGINES: readonly DatabaseEngine[] =
	process.env['BRAISE_SOAK'] === undefined ? ['pglite'] : DATABASE_ENGINES;

export async function createFreshDatabase(engine: DatabaseEngine): Promise<Connection> {
	if (engine === 'pglite') return borrowPglite();
	const { connection } = await createFreshPostgres();
	await migrateDatabase(connection);
	return connection;
}

/** Creates an empty database without migrations, with its address, by which a second process or connection can use it. */
export async function createFreshPostgres(): Promise<{ connection: Connection; address: string }> {
	const serverUrl = await requestServerAddress();
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	await executeOnServer(serverUrl, `create database ${name}`);
	const address = new URL(`/${name}`, serverUrl).href;
	const connection = await openPostgres(address);
	return {
		address,
		connection: {
			...connection,
			async close() {
				await connection.close();
				await executeOnServer(serverUrl, `drop database if exists ${name} with (force)`);
			}
		}
	};
}

async function executeOnServer(serverUrl: string, statement: string): Promise<void> {
	const connection = await openPostgres(serverUrl);
	await connection.query(statement);
	await connection.close();
}

async function requestServerAddress(): Promise<string> {
	const counterAddress = process.env[POSTGRES_SERVER_VARIABLE];
	if (counterAddress === undefined)
		throw new Error('Only a run with src/lib/server/db/testing/on-demand.ts has a PostgreSQL.');
	const response = await fetch(counterAddress);
	const text = await response.text();
	if (!response.ok) throw new Error(text);
	return text;
}
