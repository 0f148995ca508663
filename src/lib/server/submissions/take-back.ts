import { and, eq, sql } from 'drizzle-orm';
import type { HandInRefusal } from '#lib/wire/hand-in.ts';
import {
	isSubmissionActAllowed,
	ruleOfSubmissionAct,
	SUBMISSION_STATES,
	type SubmissionStateChange,
	type SubmissionState
} from '#lib/domain/submission.ts';
import { findAssignedMembershipId } from '#lib/server/access/index.ts';
import { type Database, rowsOf } from '#lib/server/db/database.ts';
import { assignment, submission, withdrawal, workAuthor } from '#lib/server/db/schema/index.ts';
import { deleteAbandonedWorks } from '#lib/server/work/remove-work.ts';
import { lockSubmissionId, withdrawSubmission } from './hand-in.ts';
import { submissionAuthorCondition } from './memberships.ts';
import * as v from 'valibot';
import { publishEvent } from '#lib/server/db/database-events.ts';

/** Undefined when there is no such submission or lib/domain/submission forbids the move. */
export async function moveSubmission(
	transaction: Database,
	assignmentId: string,
	id: string,
	move: SubmissionStateChange,
	now = new Date()
): Promise<SubmissionState | undefined> {
	const { from, to, newest } = ruleOfSubmissionAct(move);
	const targetState =
		to === 'waiting'
			? sql`case when exists (select 1 from verdict where submission_id = submission.id) then 'judged' else 'handed-in' end`
			: sql`${to}::text`;
	const isNewest = newest
		? sql`and not exists (
			select 1 from submission later
			where later.assignment_id = submission.assignment_id and later.work_id = submission.work_id
				and later.turn > submission.turn
		)`
		: sql``;
	const result = await transaction.execute(sql`
		update submission set state = ${targetState}, updated_at = ${now.toISOString()}::timestamptz
		where id = ${id} and assignment_id = ${assignmentId}
			and state in (${sql.join(
				from.map((state) => sql`${state}`),
				sql`, `
			)}) ${isNewest}
		returning state
	`);
	const [moved] = rowsOf(result);
	if (!moved) return undefined;
	await publishEvent(transaction, 'submission.changed', { assignmentId, submissionId: id });
	return v.parse(v.picklist(SUBMISSION_STATES), moved['state']);
}

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
