/** Locks by which processes take turns on one database; a lock lasts until the transaction ends. */
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** Numbers of the advisory locks: any numbers that nothing else in the database uses. */
const ADVISORY_LOCK_NUMBERS = { migration: 8_127_473, queue: 8_127_474 } as const;

export async function takeDatabaseLock(
	transaction: Database,
	lockName: keyof typeof ADVISORY_LOCK_NUMBERS
): Promise<void> {
	await transaction.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(ADVISORY_LOCK_NUMBERS[lockName]))})`);
}
