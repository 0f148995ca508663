/** A teacher's review of a submission: a comment, line comments and a level for each criterion. */
import * as v from 'valibot';
import { parseWithSchema } from './parse.ts';
import { MOST_RUBRIC_CRITERIA } from './rubric.ts';
import { submissionActsFrom, type SubmissionState } from './submission.ts';
import { LONGEST_PATH } from './file-size.ts';
import { idSchema } from './identity.ts';

export const LONGEST_REVIEW_COMMENT = 10_000;
export const LONGEST_LINE_COMMENT = 2000;
const MOST_LINE_COMMENTS = 200;

const lineCommentSchema = v.strictObject({
	/** Id of the comment, made in the browser. */
	id: idSchema,
	file: v.pipe(v.string(), v.maxLength(LONGEST_PATH)),
	/** Number of the commented line, counted from 1. */
	line: v.pipe(v.number(), v.integer(), v.minValue(1)),
	text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_LINE_COMMENT))
});
export type LineComment = v.InferOutput<typeof lineCommentSchema>;

export const reviewTextSchema = v.strictObject({
	comment: v.pipe(v.string(), v.maxLength(LONGEST_REVIEW_COMMENT)),
	/** Level ids by criterion id. */
	rubric: v.pipe(
		v.record(idSchema, idSchema),
		v.check((rubric) => Object.keys(rubric).length <= MOST_RUBRIC_CRITERIA, 'too many criteria')
	),
	lines: v.pipe(
		v.array(lineCommentSchema),
		v.maxLength(MOST_LINE_COMMENTS),
		v.check((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, 'twice the same')
	)
});
export type ReviewText = v.InferOutput<typeof reviewTextSchema>;

export const EMPTY_REVIEW: ReviewText = { comment: '', rubric: {}, lines: [] };

export const parseReviewText = (input: unknown): ReviewText | undefined => parseWithSchema(reviewTextSchema, input);

/** Compares two reviews, whatever the order of their entries. */
export function isSameReview(one: ReviewText, other: ReviewText): boolean {
	return JSON.stringify(sortReviewParts(one)) === JSON.stringify(sortReviewParts(other));
}

export function sortReviewParts({ comment, rubric, lines }: ReviewText): ReviewText {
	return {
		comment,
		rubric: Object.fromEntries(Object.entries(rubric).sort(([a], [b]) => compareTexts(a, b))),
		lines: [...lines]
			.sort((a, b) => compareTexts(a.file, b.file) || a.line - b.line || compareTexts(a.id, b.id))
			.map(({ id, file, line, text }) => ({ id, file, line, text }))
	};
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Checks that the commented lines exist in the submitted files. */
export function hasValidCommentLines({ lines }: ReviewText, files: Record<string, string>): boolean {
	return lines.every(({ file, line }) => {
		const text = Object.hasOwn(files, file) ? files[file] : undefined;
		return text !== undefined && line <= text.split('\n').length;
	});
}

/** What a teacher can do with a submission besides writing a review; writing the first text already begins a review. */
export const REVIEW_MOVES = ['let-go', 'return', 'accept', 'reopen'] as const;
export type ReviewMove = (typeof REVIEW_MOVES)[number];

/** Returns the moves that a state allows. `isNewest`: no newer submission of the work exists. */
export function reviewMovesFrom(state: SubmissionState, isNewest: boolean): ReviewMove[] {
	const teacherActs: readonly string[] = submissionActsFrom(state, 'teacher');
	return REVIEW_MOVES.filter((move) => teacherActs.includes(move) && (isNewest || move !== 'reopen'));
}

export interface StoredReview {
	revision: number;
	text: ReviewText;
	/** The reviewing teacher; null once their account is deleted. */
	reviewer: { id: string; name: string } | null;
	/** When the review was last saved, in milliseconds since 1970 by the server's clock. */
	updatedAt: number;
	/** When the authors last received the review; null when they never did. */
	sentAt: number | null;
}
