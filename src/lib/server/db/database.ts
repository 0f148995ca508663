/** The types of this process's database: PostgreSQL when `DATABASE_URL` is set, else PGlite in `./data`. */
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index.ts';

/**
 * The database as both engines offer it. In a transaction use only the transaction's own argument: on PGlite, a query to the outer database
 * would wait for ever.
 */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface QueryRows {
	rows: Record<string, unknown>[];
}

export interface Connection {
	kind: 'pglite' | 'postgres';
	database: Database;
	/** Without `values`, runs several statements and returns the rows of the last one. */
	query(statement: string, values?: unknown[]): Promise<QueryRows>;
	/**
	 * Calls `onMessage` for each message on `channel`, and `onMissed` when messages were lost because the server was away. Resolves to a function
	 * that ends the listening.
	 */
	listen(channel: string, onMessage: (payload: string) => void, onMissed?: () => void): Promise<() => Promise<void>>;
	/** Closes the database. A second call waits for the first. */
	close(): Promise<void>;
}
