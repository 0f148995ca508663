/** Processes that start together make the same tables of the queue, and would wait for each other in a ring. */
import type { Connection } from '../db/database.ts';
import { lock } from '../db/locks.ts';

/** The action uses connections of its own while this one holds the lock, which PGlite's single process neither has nor needs. */
export async function oneAtATime({ kind, database }: Connection, action: () => Promise<void>): Promise<void> {
	if (kind === 'pglite') return action();
	await database.transaction(async (transaction) => {
		await lock(transaction, 'queue');
		await action();
	});
}
