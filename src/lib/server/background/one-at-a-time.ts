/** Processes that start together make the same tables of the queue, and would wait for each other in a ring. */
import { sql } from 'drizzle-orm';
import type { Connection } from '../db/database.ts';

/** Any number that nothing else in the database locks by. */
const LOCK = 8_127_474;

/** The action uses connections of its own while this one holds the lock, which PGlite's single process neither has nor needs. */
export async function oneAtATime({ kind, database }: Connection, action: () => Promise<void>): Promise<void> {
	if (kind === 'pglite') return action();
	await database.transaction(async (transaction) => {
		await transaction.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(LOCK))})`);
		await action();
	});
}
