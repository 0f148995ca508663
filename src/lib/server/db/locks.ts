/** Locks for what processes on one database do in turn, held until the transaction ends. */
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** Numbers of the locks, which may be any that nothing else in the database uses. */
const LOCK_NUMBERS = { migration: 8_127_473, queue: 8_127_474 } as const;

export async function takeLock(transaction: Database, what: keyof typeof LOCK_NUMBERS): Promise<void> {
	await transaction.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(LOCK_NUMBERS[what]))})`);
}
