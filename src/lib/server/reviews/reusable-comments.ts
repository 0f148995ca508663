import { and, asc, desc, eq, sql, exists, isNotNull } from 'drizzle-orm';
import { newId } from '#lib/domain/identity.ts';
import { MOST_REUSABLE_COMMENTS, type ReusableComment } from '#lib/wire/review.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, reusableComment, lineComment, review, submission } from '#lib/server/db/schema/index.ts';
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

/** Returns a teacher's reusable comments, most used first, then most recently used. */
export async function reusableCommentsOf(database: Database, owner: string): Promise<ReusableComment[]> {
	return database
		.select({ id: reusableComment.id, text: reusableComment.text, used: reusableComment.useCount })
		.from(reusableComment)
		.where(eq(reusableComment.accountId, owner))
		.orderBy(desc(reusableComment.useCount), desc(reusableComment.updatedAt), asc(reusableComment.id));
}

/** Returns its id, or the id of an equal stored one; undefined when the teacher has too many. */
export async function storeReusableComment(
	database: Database,
	owner: string,
	text: string
): Promise<string | undefined> {
	return database.transaction(async (transaction) => {
		await transaction.select({ id: account.id }).from(account).where(eq(account.id, owner)).for('update');
		const comments = await reusableCommentsOf(transaction, owner);
		const sameComment = comments.find((one) => one.text === text);
		if (sameComment) return sameComment.id;
		if (comments.length >= MOST_REUSABLE_COMMENTS) return undefined;
		const id = newId();
		await transaction.insert(reusableComment).values({ id, accountId: owner, text });
		return id;
	});
}

export async function recordReusableCommentUse(
	database: Database,
	owner: string,
	id: string,
	now = new Date()
): Promise<boolean> {
	const updatedRows = await database
		.update(reusableComment)
		.set({ useCount: sql`${reusableComment.useCount} + 1`, updatedAt: now })
		.where(and(eq(reusableComment.id, id), eq(reusableComment.accountId, owner)))
		.returning({ id: reusableComment.id });
	return updatedRows.length > 0;
}

export async function removeReusableComment(database: Database, owner: string, id: string): Promise<boolean> {
	const deletedRows = await database
		.delete(reusableComment)
		.where(and(eq(reusableComment.id, id), eq(reusableComment.accountId, owner)))
		.returning({ id: reusableComment.id });
	return deletedRows.length > 0;
}
