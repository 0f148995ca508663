/** Takes back a submission that no teacher has begun to review. */
import { and, eq } from 'drizzle-orm';
import type { HandInRefusal } from '#lib/wire/hand-in.ts';
import { isSubmissionActAllowed } from '#lib/domain/submission.ts';
import { findAssignedMembershipId } from '#lib/server/access/membership.ts';
import type { Database } from '#lib/server/db/database.ts';
import { assignment, submission, withdrawal, workAuthor } from '#lib/server/db/schema/index.ts';
import { deleteAbandonedWorks } from '#lib/server/work/abandoned-works.ts';
import { lockSubmissionId, withdrawSubmission } from './hand-in.ts';
import { submissionAuthorCondition } from './memberships.ts';

export type TakeBackResult = { kind: 'taken-back' } | { kind: 'refused'; reason: HandInRefusal };

/** Withdraws a submission. An id that has not reached the server is withdrawn too, so that a late request cannot hand it in. */
export async function takeBackSubmission(
	database: Database,
	account: string,
	assignmentId: string,
	id: string
): Promise<TakeBackResult> {
	return database.transaction(async (transaction) => {
		await lockSubmissionId(transaction, id);
		const [askedAssignment] = await transaction.select().from(assignment).where(eq(assignment.id, assignmentId));
		if (!askedAssignment || (await findAssignedMembershipId(transaction, askedAssignment, account)) === undefined)
			return { kind: 'refused', reason: 'absent' };
		const [found] = await transaction.select().from(submission).where(eq(submission.id, id)).for('update');
		if (!found) {
			await transaction.insert(withdrawal).values({ submissionId: id, assignmentId }).onConflictDoNothing();
			return { kind: 'taken-back' };
		}
		const [ownSubmission] = await transaction
			.select({ id: submission.id })
			.from(submission)
			.where(and(eq(submission.id, id), eq(submission.assignmentId, assignmentId), submissionAuthorCondition(account)));
		if (!ownSubmission) return { kind: 'refused', reason: 'absent' };
		const authors = await transaction.select().from(workAuthor).where(eq(workAuthor.workId, found.workId));
		// The account has left the pair, so the submission now belongs to the other student.
		if (authors.length > 0 && !authors.some(({ accountId }) => accountId === account))
			return { kind: 'refused', reason: 'other-work' };
		// Refused, because nothing can be handed in again after the assignment is closed.
		if (askedAssignment.closedAt !== null) return { kind: 'refused', reason: 'closed' };
		if (!isSubmissionActAllowed(found.state, 'take-back')) return { kind: 'refused', reason: 'in-review' };
		await withdrawSubmission(transaction, found);
		await deleteAbandonedWorks(transaction, [found.workId]);
		return { kind: 'taken-back' };
	});
}
