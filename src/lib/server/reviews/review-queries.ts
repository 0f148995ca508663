import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { parseReviewText, type LineComment, type ReviewText, type StoredReview } from '#lib/domain/review.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, lineComment, review, submission } from '#lib/server/db/schema/index.ts';

/** Returns the review as its teachers edit it, or undefined when there is none. The caller must have demanded access as a teacher. */
export async function findReview(database: Database, submissionId: string): Promise<StoredReview | undefined> {
	const [row] = await database
		.select({ review, name: account.name })
		.from(review)
		.leftJoin(account, eq(account.id, review.reviewer))
		.where(eq(review.submissionId, submissionId));
	if (!row) return undefined;
	const { revision, comment, rubric, reviewer, updatedAt, sentAt } = row.review;
	return {
		revision,
		text: { comment, rubric, lines: await listLineComments(database, submissionId) },
		reviewer: reviewer === null ? null : { id: reviewer, name: row.name ?? '' },
		updatedAt: updatedAt.getTime(),
		sentAt: sentAt?.getTime() ?? null
	};
}

async function listLineComments(database: Database, submissionId: string): Promise<LineComment[]> {
	return database
		.select({ id: lineComment.id, file: lineComment.file, line: lineComment.line, text: lineComment.text })
		.from(lineComment)
		.where(eq(lineComment.submissionId, submissionId))
		.orderBy(asc(lineComment.file), asc(lineComment.line), asc(lineComment.id));
}

/** A review as last sent. When a teacher reopens it, this text stays until the review is sent again. */
export interface LastSentReview extends Omit<ReviewText, 'lines'> {
	lines: (LineComment & { doneAt: Date | null })[];
	sentAt: Date;
	/** Name of the reviewer; null once their account is deleted. */
	reviewer: string | null;
}

/** For a query that joins the reviewer's account and leaves out drafts, which are reviews without `sentText`. */
export const sentReviewColumns = {
	id: review.submissionId,
	sentText: review.sentText,
	sentAt: review.sentAt,
	reviewer: account.name
};

export interface SentReviewRow {
	id: string;
	sentText: unknown;
	sentAt: Date | null;
	reviewer: string | null;
}

/** Returns the sent reviews by submission, for authors or teachers. The caller must have demanded access. */
export async function listSentReviewsBySubmission(
	database: Database,
	submissions: readonly string[]
): Promise<Map<string, LastSentReview>> {
	if (submissions.length === 0) return new Map();
	const rows = await database
		.select(sentReviewColumns)
		.from(review)
		.leftJoin(account, eq(account.id, review.reviewer))
		.where(and(inArray(review.submissionId, [...submissions]), isNotNull(review.sentText)));
	return sentReviewsOfRows(database, rows);
}

export interface SentReviewOfTurn extends LastSentReview {
	/** Number of the turn that the review is about, from 1. */
	turn: number;
}

/** In the order of the turns, by work. The caller must have demanded access. */
export async function listSentReviewsByWork(
	database: Database,
	assignmentId: string
): Promise<Map<string, SentReviewOfTurn[]>> {
	const rows = await database
		.select({ workId: submission.workId, turn: submission.turn, ...sentReviewColumns })
		.from(review)
		.innerJoin(submission, eq(submission.id, review.submissionId))
		.leftJoin(account, eq(account.id, review.reviewer))
		.where(and(eq(submission.assignmentId, assignmentId), isNotNull(review.sentText)))
		.orderBy(submission.workId, submission.turn);
	const sentReviews = await sentReviewsOfRows(database, rows);
	const reviewsByWork = new Map<string, SentReviewOfTurn[]>();
	for (const { id, workId, turn } of rows) {
		const sentReview = sentReviews.get(id);
		if (sentReview) reviewsByWork.set(workId, [...(reviewsByWork.get(workId) ?? []), { ...sentReview, turn }]);
	}
	return reviewsByWork;
}

export async function sentReviewsOfRows(
	database: Database,
	rows: readonly SentReviewRow[]
): Promise<Map<string, LastSentReview>> {
	if (rows.length === 0) return new Map();
	const ids = rows.map(({ id }) => id);
	const doneRows = await database
		.select({ id: lineComment.id, doneAt: lineComment.doneAt })
		.from(lineComment)
		.where(and(inArray(lineComment.submissionId, ids), isNotNull(lineComment.doneAt)));
	const doneTimes = new Map(doneRows.map(({ id, doneAt }) => [id, doneAt]));
	return new Map(
		rows.flatMap(({ id, sentText, sentAt, reviewer }) => {
			const text = parseReviewText(sentText);
			if (text === undefined || sentAt === null) return [];
			const lines = text.lines.map((line) => ({ ...line, doneAt: doneTimes.get(line.id) ?? null }));
			return [[id, { ...text, lines, sentAt, reviewer }] as const];
		})
	);
}
