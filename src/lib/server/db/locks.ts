/** Locks for what processes on one database do in turn, held until the transaction ends. */
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** Any numbers that nothing else in the database uses for locks. */
const LOCKS = { migration: 8_127_473, queue: 8_127_474 } as const;

export async function lock(transaction: Database, what: keyof typeof LOCKS): Promise<void> {
	await transaction.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(LOCKS[what]))})`);
}
