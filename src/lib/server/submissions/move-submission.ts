/** Moves a submission to another state, as a teacher asks. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import {
	ruleOfSubmissionAct,
	SUBMISSION_STATES,
	type SubmissionStateChange,
	type SubmissionState
} from '#lib/domain/submission.ts';
import type { Database } from '#lib/server/db/database.ts';
import { rowsOf } from '#lib/server/db/result-rows.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';

/**
 * Moves a submission within the transaction. Returns undefined when there is no such submission or lib/domain/submission
 * forbids the move.
 */
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
