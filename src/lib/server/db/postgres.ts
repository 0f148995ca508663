/** A PostgreSQL server, shared by every process that is given its address. */
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Connection } from './database.ts';
import * as schema from './schema/index.ts';

export async function openPostgres(address: string): Promise<Connection> {
	const pool = new pg.Pool({ connectionString: address, max: 10 });
	await pool.query('select 1');
	return {
		kind: 'postgres',
		database: drizzle(pool, { schema }),
		execute: async (statements) => void (await pool.query(statements)),
		query: (statement, values) => pool.query<Record<string, unknown>>(statement, values),
		notify: async (channel, payload) => void (await pool.query('select pg_notify($1, $2)', [channel, payload])),
		async listen(channel, heard) {
			const client = new pg.Client({ connectionString: address });
			await client.connect();
			client.on('notification', ({ payload = '' }) => heard(payload));
			await client.query(`listen ${pg.escapeIdentifier(channel)}`);
			return () => client.end();
		},
		close: () => pool.end()
	};
}
