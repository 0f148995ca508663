/** Lets an author mark a line comment as done or not done. */
import { and, eq, exists, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { lineComment, review, submission } from '#lib/server/db/schema/index.ts';
import { submissionAuthorCondition } from '#lib/server/submissions/memberships.ts';

/** Marks a line comment. Returns false when no such comment was sent to this account. */
export async function markCommentDone(
	database: Database,
	account: string,
	assignmentId: string,
	lineId: string,
	done: boolean,
	now = new Date()
): Promise<boolean> {
	const sentToAuthor = database
		.select({ one: sql`1` })
		.from(submission)
		.innerJoin(review, eq(review.submissionId, submission.id))
		.where(
			and(
				eq(submission.id, lineComment.submissionId),
				eq(submission.assignmentId, assignmentId),
				isNotNull(review.sentText),
				sql`${review.sentText} @> jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('id', ${lineComment.id})))`,
				submissionAuthorCondition(account)
			)
		);
	const updatedRows = await database
		.update(lineComment)
		.set({ doneAt: done ? sql`coalesce(${lineComment.doneAt}, ${now.toISOString()}::timestamptz)` : null })
		.where(and(eq(lineComment.id, lineId), exists(sentToAuthor)))
		.returning({ id: lineComment.id });
	return updatedRows.length > 0;
}
