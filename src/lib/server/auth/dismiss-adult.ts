import { and, eq, inArray, asc } from 'drizzle-orm';
import { database, schema } from '#lib/server/db/index.ts';
import { INVITED_ROLES } from './invitations.ts';
import { deleteUnusedLinksOf } from './one-time-link.ts';
import { endSessionsOfAccount } from './session.ts';
import type { Database } from '#lib/server/db/database.ts';

/** Locks the curators' rows until the transaction ends, so that the last two curators cannot both leave at once. */
export async function countOtherCurators(transaction: Database, id: string): Promise<number> {
	const curators = await transaction
		.select({ id: schema.account.id })
		.from(schema.account)
		.where(eq(schema.account.role, 'curator'))
		.orderBy(asc(schema.account.id))
		.for('update');
	return curators.filter((curator) => curator.id !== id).length;
}

const { account, folderLink, problemInvitation } = schema;

export type DismissalResult = 'dismissed' | 'last-curator' | 'absent';

/** Classes and works stay. The links go, so that none becomes valid again when the person gets the role back. */
export async function dismissAdult(id: string): Promise<DismissalResult> {
	const dismissal = await database().transaction(async (transaction): Promise<DismissalResult> => {
		const others = await countOtherCurators(transaction, id);
		const [known] = await transaction
			.select({ role: account.role })
			.from(account)
			.where(and(eq(account.id, id), inArray(account.role, INVITED_ROLES)))
			.for('update');
		if (!known) return 'absent';
		if (known.role === 'curator' && others === 0) return 'last-curator';
		await transaction.update(account).set({ role: 'applicant', application: '' }).where(eq(account.id, id));
		await deleteUnusedLinksOf(transaction, id);
		await transaction.delete(problemInvitation).where(eq(problemInvitation.createdBy, id));
		await transaction.delete(folderLink).where(eq(folderLink.accountId, id));
		return 'dismissed';
	});
	// Ending the sessions also ends the event streams to the account's open pages.
	if (dismissal === 'dismissed') await endSessionsOfAccount(id);
	return dismissal;
}
