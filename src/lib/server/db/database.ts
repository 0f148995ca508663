/** The one database of this process: PostgreSQL when `DATABASE_URL` says where, else PGlite in `./data`. */
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index.ts';

/** What either engine offers. Inside a transaction use its argument alone: the outer one waits for ever on PGlite. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Connection {
	kind: 'pglite' | 'postgres';
	database: Database;
	/** Statements without parameters, several at once: migrations and the queue. */
	execute(statements: string): Promise<void>;
	query(statement: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
	/** Says `payload` to every process that listens on `channel`, this one included. At most 8000 bytes. */
	notify(channel: string, payload: string): Promise<void>;
	/** Resolves to what ends the listening. */
	listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
	close(): Promise<void>;
}
