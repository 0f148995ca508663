/** Messages between browser and server about a teacher's review. */
import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema, parseStorable } from '#lib/domain/parse.ts';
import { REVIEW_MOVES, reviewTextSchema, type StoredReview } from '#lib/domain/review.ts';
import { SUBMISSION_STATES } from '#lib/domain/submission.ts';
import { COMMON_REFUSAL_STATUSES, defineApi } from './api.ts';

export const reviewApi = defineApi(1, {
	/** `absent`: the submission was taken back, or does not belong to this class. */
	...COMMON_REFUSAL_STATUSES,
	/** Another teacher has sent the review since, or a newer version was handed in. */
	answered: 409
});
export type ReviewRefusal = keyof typeof reviewApi.statuses;

export const LARGEST_REVIEW_REQUEST_BYTES = 600_000;

const sentReviewSchema = v.strictObject({
	format: reviewApi.formatSchema,
	/** Account that the browser believes is signed in. */
	account: idSchema,
	/** Revision of the review that the teacher edited; 0 when there was no review. */
	revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
	text: reviewTextSchema,
	/** What to do with the submission besides saving the text; null for nothing. */
	move: v.nullable(v.picklist(REVIEW_MOVES))
});
export type SentReview = v.InferOutput<typeof sentReviewSchema>;

export const parseSentReview = (input: unknown): SentReview | undefined => parseStorable(sentReviewSchema, input);

const { formatSchema: format, refusedSchema } = reviewApi;
const submissionStateSchema = v.picklist(SUBMISSION_STATES);
const storedReviewSchema: v.GenericSchema<unknown, StoredReview> = v.object({
	revision: v.number(),
	text: reviewTextSchema,
	reviewer: v.nullable(v.object({ id: v.string(), name: v.string() })),
	updatedAt: v.number(),
	sentAt: v.nullable(v.number())
});
const reviewAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('saved'), revision: v.number(), state: submissionStateSchema }),
	/**
	 * Another teacher has saved a change since this teacher began. Nothing was saved; the answer carries the other teacher's text.
	 */
	v.object({ format, kind: v.literal('changed'), review: storedReviewSchema, state: submissionStateSchema }),
	refusedSchema
]);
export type ReviewAnswer = v.InferOutput<typeof reviewAnswerSchema>;

/** Reads an answer; `undefined` for any other input, such as a proxy's page or an unknown format. */
export const parseReviewAnswer = (input: unknown): ReviewAnswer | undefined =>
	parseWithSchema(reviewAnswerSchema, input);
