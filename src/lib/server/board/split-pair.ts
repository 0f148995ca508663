import { and, eq, inArray, sql } from 'drizzle-orm';
import { findAssignedMembershipId } from '#lib/server/access/index.ts';
import type { Database } from '#lib/server/db/database.ts';
import { assignment, membership, progress } from '#lib/server/db/schema/index.ts';
import { publishEvent, notifyColumnSql } from '#lib/server/db/database-events.ts';

/** `account` began the rows. A second call changes nothing and publishes no event. */
export async function addSecondStudentToBoardRows(
	database: Database,
	{ workId, account, beside }: { workId: string; account: string; beside: string }
): Promise<void> {
	await database.execute(sql`
		with joined as (
			update progress set with_member = other.id
			from assignment, membership as own, membership as other
			where progress.work_id = ${workId} and progress.with_member is null
				and assignment.id = progress.assignment_id and own.id = progress.membership_id and own.account_id = ${account}
				and other.class_id = own.class_id and other.account_id = ${beside}
				and (assignment.members is null or assignment.members ? other.id)
			returning progress.assignment_id, progress.membership_id
		)
		select ${notifyColumnSql('progress.changed', { assignmentId: sql`joined.assignment_id`, membershipId: sql`joined.membership_id` })} from joined
	`);
}

export interface PairRowSplit {
	/** The shared work. `firstAccount` is the account that began and keeps it. */
	workId: string;
	firstAccount: string;
	/** Id of the copied work with which `secondAccount` goes on. */
	copyWorkId: string;
	secondAccount: string;
}

/** Splits the row. Call this within the transaction that separates the work. */
export async function splitPairRow(
	transaction: Database,
	{ workId, firstAccount, copyWorkId, secondAccount }: PairRowSplit
): Promise<void> {
	const rows = await transaction
		.select({ progress, assignment, owner: membership.accountId })
		.from(progress)
		.innerJoin(assignment, eq(assignment.id, progress.assignmentId))
		.innerJoin(membership, eq(membership.id, progress.membershipId))
		.where(and(eq(progress.workId, workId), inArray(membership.accountId, [firstAccount, secondAccount])));
	for (const row of rows) {
		const workIdOf = (account: string) => (account === firstAccount ? workId : copyWorkId);
		const partnerAccount = row.owner === firstAccount ? secondAccount : firstAccount;
		await transaction
			.update(progress)
			.set({ workId: workIdOf(row.owner), withMember: null })
			.where(
				and(
					eq(progress.assignmentId, row.assignment.id),
					eq(progress.membershipId, row.progress.membershipId),
					eq(progress.workId, workId)
				)
			);
		const member = await findAssignedMembershipId(transaction, row.assignment, partnerAccount);
		const membershipIds = [row.progress.membershipId];
		if (member !== undefined) {
			await copyProgressRow(transaction, row.progress, member, workIdOf(partnerAccount));
			membershipIds.push(member);
		}
		for (const membershipId of membershipIds)
			await publishEvent(transaction, 'progress.changed', { assignmentId: row.assignment.id, membershipId });
	}
}

/** Adds a row that begins with the shared progress. A request for help stays with the existing row. */
async function copyProgressRow(
	transaction: Database,
	{ needsHelpSince: _, helpSeenAt: __, ...together }: typeof progress.$inferSelect,
	membershipId: string,
	workId: string
): Promise<void> {
	const row = { ...together, membershipId, workId, withMember: null };
	await transaction
		.insert(progress)
		.values(row)
		.onConflictDoUpdate({ target: [progress.assignmentId, progress.membershipId], set: row });
}
