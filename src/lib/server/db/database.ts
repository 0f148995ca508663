/** The one database of this process: PostgreSQL when `DATABASE_URL` says where, else PGlite in `./data`. */
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index.ts';

/** What either engine offers. Inside a transaction use its argument alone: the outer one waits for ever on PGlite. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Rows {
	rows: Record<string, unknown>[];
}

export interface Connection {
	kind: 'pglite' | 'postgres';
	database: Database;
	/** Statements without parameters, several at once. */
	execute(statements: string): Promise<void>;
	/** Without `values` several statements may stand there; the rows are the last one's. */
	query(statement: string, values?: unknown[]): Promise<Rows>;
	/** Says `payload` to every process that listens on `channel`, this one included. At most 8000 bytes. */
	notify(channel: string, payload: string): Promise<void>;
	/** Resolves to what ends the listening. `missed` tells that the server was away, and that what was said meanwhile is lost. */
	listen(channel: string, heard: (payload: string) => void, missed?: () => void): Promise<() => Promise<void>>;
	/** A second call waits for the first. */
	close(): Promise<void>;
}
