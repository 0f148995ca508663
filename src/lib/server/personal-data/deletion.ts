/** Requests the deletion of one's own account, cancels it, and deletes the accounts whose deletion is due. */
import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { ACCOUNT_DELETION_DELAY_DAYS } from '#lib/domain/account.ts';
import { addDays } from '#lib/domain/school-class.ts';
import { countOtherCurators } from '#lib/server/auth/curators.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account } from '#lib/server/db/schema/index.ts';
import { removePerson } from './remove-person.ts';

export type DeletionRequestResult =
	| { kind: 'asked'; at: Date }
	/** Refused: no curator would be left to admit teachers. */
	| { kind: 'last-curator' };

/** Schedules an account's deletion; a second request keeps the first date. `retention.ts` carries it out. */
export async function requestAccountDeletion(
	database: Database,
	id: string,
	now: Date
): Promise<DeletionRequestResult> {
	return database.transaction(async (transaction) => {
		const others = await countOtherCurators(transaction, id);
		const [person] = await transaction.select().from(account).where(eq(account.id, id)).for('update');
		if (person?.role === 'curator' && others === 0) return { kind: 'last-curator' };
		const at = person?.deletionAt ?? addDays(now, ACCOUNT_DELETION_DELAY_DAYS);
		await transaction.update(account).set({ deletionAt: at }).where(eq(account.id, id));
		return { kind: 'asked', at };
	});
}

export async function cancelAccountDeletion(database: Database, id: string): Promise<void> {
	await database.update(account).set({ deletionAt: null }).where(eq(account.id, id));
}

/** Removes the accounts whose deletion is due, and returns their number. The last remaining curator is not removed. */
export async function deleteDueAccounts(database: Database, now: Date): Promise<number> {
	const dueAccounts = await database
		.select({ id: account.id })
		.from(account)
		.where(and(isNotNull(account.deletionAt), lte(account.deletionAt, now)));
	let removalCount = 0;
	for (const { id } of dueAccounts) if (await deleteAccountIfStillDue(database, id, now)) removalCount += 1;
	return removalCount;
}

/** Removes the account, after checking again under a lock that its owner has not just cancelled the deletion. */
async function deleteAccountIfStillDue(database: Database, id: string, now: Date): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const [person] = await transaction
			.select({ id: account.id })
			.from(account)
			.where(and(eq(account.id, id), lte(account.deletionAt, now)))
			.for('update');
		if (!person) return false;
		return (await removePerson(transaction, id, now)).kind === 'removed';
	});
}
