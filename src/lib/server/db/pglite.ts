/** PostgreSQL inside this process, in a folder. It has one owner at a time and never calls fsync: docs/running.md says what that means. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Connection } from './database.ts';
import * as schema from './schema/index.ts';

/** `memory://` keeps nothing. */
export async function openPglite(folder: string): Promise<Connection> {
	if (!folder.startsWith('memory:')) await mkdir(dirname(folder), { recursive: true });
	const client = await PGlite.create(folder);
	return {
		kind: 'pglite',
		database: drizzle(client, { schema }),
		execute: async (statements) => void (await client.exec(statements)),
		query: async (statement, values) => ({
			rows: (await client.query<Record<string, unknown>>(statement, values)).rows
		}),
		notify: async (channel, payload) => void (await client.query('select pg_notify($1, $2)', [channel, payload])),
		listen: (channel, heard) => client.listen(channel, heard),
		close: () => client.close()
	};
}
