/** Reviews as teachers write them, and as the authors of what was handed in may read them. Whoever asks has demanded access before. */
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { parseReviewText, type LineComment, type ReviewText, type StoredReview } from '../../domain/review.ts';
import type { Database } from '../db/database.ts';
import { account, lineComment, review } from '../db/schema/index.ts';

/** What is being written, for teachers of the class. Undefined: nothing is. */
export async function reviewOf(database: Database, submissionId: string): Promise<StoredReview | undefined> {
	const [row] = await database
		.select({ review, name: account.name })
		.from(review)
		.leftJoin(account, eq(account.id, review.reviewer))
		.where(eq(review.submissionId, submissionId));
	if (!row) return undefined;
	const { revision, comment, rubric, reviewer, updatedAt, sentAt } = row.review;
	return {
		revision,
		text: { comment, rubric, lines: await linesOf(database, submissionId) },
		reviewer: reviewer === null ? null : { id: reviewer, name: row.name ?? '' },
		updatedAt: updatedAt.getTime(),
		sentAt: sentAt?.getTime() ?? null
	};
}

export async function linesOf(database: Database, submissionId: string): Promise<LineComment[]> {
	return database
		.select({ id: lineComment.id, file: lineComment.file, line: lineComment.line, text: lineComment.text })
		.from(lineComment)
		.where(eq(lineComment.submissionId, submissionId))
		.orderBy(asc(lineComment.file), asc(lineComment.line), asc(lineComment.id));
}

/** What was sent, as it was then: a review that is opened again is read as before until it is sent again. */
export interface ReadReview extends Omit<ReviewText, 'lines'> {
	/** `doneAt`: one of its authors says that they saw to it. */
	lines: (LineComment & { doneAt: Date | null })[];
	sentAt: Date;
	/** Null: their account is gone. */
	reviewer: string | null;
}

/** By submission; one of which nothing was sent is not in it. For its authors and their teachers alike. */
export async function sentReviewsOf(
	database: Database,
	submissions: readonly string[]
): Promise<Map<string, ReadReview>> {
	if (submissions.length === 0) return new Map();
	const rows = await database
		.select({ id: review.submissionId, sent: review.sent, sentAt: review.sentAt, reviewer: account.name })
		.from(review)
		.leftJoin(account, eq(account.id, review.reviewer))
		.where(and(inArray(review.submissionId, [...submissions]), isNotNull(review.sent)));
	if (rows.length === 0) return new Map();
	const marked = await database
		.select({ id: lineComment.id, doneAt: lineComment.doneAt })
		.from(lineComment)
		.where(and(inArray(lineComment.submissionId, [...submissions]), isNotNull(lineComment.doneAt)));
	const done = new Map(marked.map(({ id, doneAt }) => [id, doneAt]));
	return new Map(
		rows.flatMap(({ id, sent, sentAt, reviewer }) => {
			const text = parseReviewText(sent);
			if (text === undefined || sentAt === null) return [];
			const lines = text.lines.map((line) => ({ ...line, doneAt: done.get(line.id) ?? null }));
			return [[id, { ...text, lines, sentAt, reviewer }] as const];
		})
	);
}
