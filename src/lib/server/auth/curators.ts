/** Protects the last curator, since only curators admit other adults. */
import { asc, eq } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { account } from '#lib/server/db/schema/index.ts';

/**
 * Counts the curators other than `id`, locking their rows until the transaction ends, so that the last two curators cannot both
 * leave at once.
 */
export async function countOtherCurators(transaction: Database, id: string): Promise<number> {
	const curators = await transaction
		.select({ id: account.id })
		.from(account)
		.where(eq(account.role, 'curator'))
		.orderBy(asc(account.id))
		.for('update');
	return curators.filter((curator) => curator.id !== id).length;
}
