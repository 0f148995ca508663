/** The types of this process's database: PostgreSQL when `DATABASE_URL` is set, else PGlite in `./data`. */
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index.ts';
import { sql } from 'drizzle-orm';

export function wrapToRunOnce(act: () => Promise<void>): () => Promise<void> {
	let running: Promise<void> | undefined;
	return () => (running ??= act());
}

/** Numbers of the advisory locks: any numbers that nothing else in the database uses. */
const ADVISORY_LOCK_NUMBERS = { migration: 8_127_473, queue: 8_127_474 } as const;

export async function takeDatabaseLock(
	transaction: Database,
	lockName: keyof typeof ADVISORY_LOCK_NUMBERS
): Promise<void> {
	await transaction.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(ADVISORY_LOCK_NUMBERS[lockName]))})`);
}

/** Returns the rows of a result; both engines return `{ rows }`, which their shared type does not say. */
export function rowsOf(result: unknown): Record<string, unknown>[] {
	const rows = typeof result === 'object' && result !== null && 'rows' in result ? result.rows : undefined;
	return Array.isArray(rows) ? rows : [];
}

/** An error that says why a database is not opened or restored, shown to the owner without a stack. */
export class DatabaseRefusal extends Error {
	override name = 'DatabaseRefusal';
}

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
	 * `onMissed` is called when messages were lost because the server was away. Resolves to a function that ends the
	 * listening.
	 */
	listen(channel: string, onMessage: (payload: string) => void, onMissed?: () => void): Promise<() => Promise<void>>;
	/** A second call waits for the first. */
	close(): Promise<void>;
}
