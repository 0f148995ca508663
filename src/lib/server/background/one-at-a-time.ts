/** Lets processes that start together set up the queue's tables in turn, because together they deadlock. */
import type { Connection } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/locks.ts';

/** The action needs connections of its own. PGlite, in its single process, has no others and needs no lock. */
export async function oneAtATime({ kind, database }: Connection, action: () => Promise<void>): Promise<void> {
	if (kind === 'pglite') return action();
	await database.transaction(async (transaction) => {
		await lock(transaction, 'queue');
		await action();
	});
}
