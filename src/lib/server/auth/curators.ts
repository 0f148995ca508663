/** Curators let others in and out: one always stays. */
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { account } from '../db/schema/index.ts';

/** Until the transaction ends no other curator goes: two who leave at once see each other. */
export async function otherCurators(transaction: Database, id: string): Promise<number> {
	const curators = await transaction
		.select({ id: account.id })
		.from(account)
		.where(eq(account.role, 'curator'))
		.orderBy(asc(account.id))
		.for('update');
	return curators.filter((curator) => curator.id !== id).length;
}
