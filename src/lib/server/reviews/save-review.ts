import { and, eq, notInArray, sql } from 'drizzle-orm';
import {
	hasValidCommentLines,
	sortReviewParts,
	parseReviewText,
	isSameReview,
	type ReviewMove,
	type ReviewText,
	type StoredReview
} from '#lib/domain/review.ts';
import {
	ruleOfSubmissionAct,
	isReviewedState,
	isSubmissionActAllowed,
	type SubmissionState
} from '#lib/domain/submission.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lineComment, review, submission } from '#lib/server/db/schema/index.ts';
import { moveSubmission } from '#lib/server/submissions/take-back.ts';
import { findReview } from './review-queries.ts';

export interface ReviewToSave {
	assignmentId: string;
	submissionId: string;
	reviewer: string;
	/** Revision of the review that the teacher edited; 0 when there was no review. */
	revision: number;
	text: ReviewText;
	move: ReviewMove | null;
}

export type SaveReviewResult =
	| { kind: 'saved'; revision: number; state: SubmissionState }
	/** Another teacher saved a change in the meantime, so nothing was saved. */
	| { kind: 'changed'; review: StoredReview; state: SubmissionState }
	/** `malformed`: the review has a comment on a line that does not exist. */
	| { kind: 'refused'; reason: 'absent' | 'answered' | 'malformed' };

class ReviewRefusedError extends Error {
	readonly reason: Extract<SaveReviewResult, { kind: 'refused' }>['reason'];
	constructor(reason: ReviewRefusedError['reason']) {
		super(reason);
		this.reason = reason;
	}
}

/** Saves the review and moves its submission. Never overwrites a newer revision. A repeated request changes nothing. */
export async function saveReview(
	database: Database,
	writing: ReviewToSave,
	now = new Date()
): Promise<SaveReviewResult> {
	try {
		return await database.transaction((transaction) => saveReviewInTransaction(transaction, writing, now));
	} catch (error) {
		if (error instanceof ReviewRefusedError) return { kind: 'refused', reason: error.reason };
		throw error;
	}
}

async function saveReviewInTransaction(
	transaction: Database,
	writing: ReviewToSave,
	now: Date
): Promise<SaveReviewResult> {
	const { assignmentId, submissionId, text, move } = writing;
	const [found] = await transaction
		.select({ state: submission.state, files: submission.files })
		.from(submission)
		.where(and(eq(submission.id, submissionId), eq(submission.assignmentId, assignmentId)))
		// The row lock makes concurrent writers take turns, so that a writer sees text saved just before, and sees when the student
		// took the submission back.
		.for('update');
	if (!found) throw new ReviewRefusedError('absent');
	if (!hasValidCommentLines(text, found.files)) throw new ReviewRefusedError('malformed');

	const storedReview = await findReview(transaction, submissionId);
	const isSame = storedReview !== undefined && isSameReview(storedReview.text, text);
	if (!isSame && (storedReview?.revision ?? 0) !== writing.revision) {
		// The review was deleted in the meantime, and its submission with it.
		if (storedReview === undefined) throw new ReviewRefusedError('absent');
		return { kind: 'changed', review: storedReview, state: found.state };
	}
	if (
		move !== null &&
		found.state === ruleOfSubmissionAct(move).to &&
		isSame &&
		(await wasReviewTextSent(transaction, submissionId, text))
	)
		return { kind: 'saved', revision: storedReview.revision, state: found.state };

	const revision = isSame
		? storedReview.revision
		: await writeReview(transaction, writing, (storedReview?.revision ?? 0) + 1, now);
	const state = await moveSubmissionToChosenState(transaction, writing, found.state, now);
	if (isReviewedState(state)) {
		await transaction
			.update(review)
			.set({ sentText: sortReviewParts(text), sentAt: now, reviewer: writing.reviewer })
			.where(eq(review.submissionId, submissionId));
	}
	return { kind: 'saved', revision, state };
}

/**
 * Moves the submission to the state that the teacher chose. Saving the first text moves it to "in review"; a submission whose
 * review was sent must be reopened first.
 */
async function moveSubmissionToChosenState(
	transaction: Database,
	{ assignmentId, submissionId, move }: ReviewToSave,
	state: SubmissionState,
	now: Date
): Promise<SubmissionState> {
	if (move === null) {
		if (state === 'in-review') return state;
		if (!isSubmissionActAllowed(state, 'begin-review')) throw new ReviewRefusedError('answered');
	}
	const to = await moveSubmission(transaction, assignmentId, submissionId, move ?? 'begin-review', now);
	if (to === undefined) throw new ReviewRefusedError('answered');
	return to;
}

async function writeReview(
	transaction: Database,
	{ submissionId, reviewer, text }: ReviewToSave,
	revision: number,
	now: Date
): Promise<number> {
	const { comment, rubric, lines } = sortReviewParts(text);
	const reviewRow = { reviewer, comment, rubric, revision, updatedAt: now };
	await transaction
		.insert(review)
		.values({ submissionId, ...reviewRow })
		.onConflictDoUpdate({ target: review.submissionId, set: reviewRow });
	const ids = lines.map(({ id }) => id);
	await transaction
		.delete(lineComment)
		.where(and(eq(lineComment.submissionId, submissionId), notInArray(lineComment.id, ids)));
	if (lines.length === 0) return revision;
	const storedComments = await transaction
		.insert(lineComment)
		.values(lines.map((line) => ({ ...line, submissionId, createdAt: now })))
		.onConflictDoUpdate({
			target: lineComment.id,
			set: {
				file: sql`excluded.file`,
				line: sql`excluded.line`,
				text: sql`excluded.text`,
				doneAt: sql`case when ${lineComment.text} = excluded.text then ${lineComment.doneAt} end`
			},
			// The browser chooses the comment's id. An id that another review's comment has must not change that comment.
			setWhere: eq(lineComment.submissionId, submissionId)
		})
		.returning({ id: lineComment.id });
	if (storedComments.length < lines.length) throw new ReviewRefusedError('malformed');
	return revision;
}

async function wasReviewTextSent(transaction: Database, submissionId: string, text: ReviewText): Promise<boolean> {
	const [row] = await transaction
		.select({ sentText: review.sentText })
		.from(review)
		.where(eq(review.submissionId, submissionId));
	const sentReview = parseReviewText(row?.sentText);
	return sentReview !== undefined && isSameReview(sentReview, text);
}
