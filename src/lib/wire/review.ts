import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema, parseStorable } from '#lib/domain/parse.ts';
import { REVIEW_MOVES, reviewTextSchema, type StoredReview } from '#lib/domain/review.ts';
import {
	SUBMISSION_STATES,
	isOpenSubmissionState,
	type ShownSubmissionState,
	type SubmissionState
} from '#lib/domain/submission.ts';
import { COMMON_REFUSAL_STATUSES, defineApi } from './api.ts';
import type { FunctionCallResult } from '#sandbox/report.ts';
import type { BrowserCheckReport } from './hand-in.ts';
import type { CaughtMutantCount, VerdictCheckCounts } from '#lib/domain/verdict.ts';
import type { Language } from '#lib/domain/language.ts';
import type { StudentVerdict } from './own-submission.ts';
import type { ProjectDescription } from '#lib/domain/project.ts';
import type { BoardMember } from '#lib/domain/progress.ts';
import type { Decision } from '#lib/domain/work.ts';

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
	account: idSchema,
	/** Revision of the review that the teacher edited; 0 when there was no review. */
	revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
	text: reviewTextSchema,
	/** What to do with the submission besides saving the text; null for nothing. */
	move: v.nullable(v.picklist(REVIEW_MOVES))
});
type SentReview = v.InferOutput<typeof sentReviewSchema>;

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

export const parseReviewAnswer = (input: unknown): ReviewAnswer | undefined =>
	parseWithSchema(reviewAnswerSchema, input);

export interface QueuedSubmission {
	id: string;
	/** Authors who are still in the class. */
	members: BoardMember[];
	turn: number;
	state: SubmissionState;
	shown: ShownSubmissionState;
	handedInAt: number;
	/** Numbers of checks in the verdict that counts; null when there is no verdict yet, or nothing to judge. */
	tally: VerdictCheckCounts | null;
	/** Wrong programs that the student's examples caught; null before the verdict, and where there is nothing to catch. */
	caught: CaughtMutantCount | null;
	/** Why the verdict could check nothing; null when there is no verdict, or it could check something. */
	broken: 'too-large' | 'other' | null;
}

export interface SubmissionForReview {
	id: string;
	members: BoardMember[];
	turn: number;
	state: SubmissionState;
	shown: ShownSubmissionState;
	handedInAt: number;
	newest: boolean;
	language: Language;
	files: Record<string, string>;
	/** The previous turn, with its files and decisions as handed in; null for the first turn. */
	before: { turn: number; files: Record<string, string>; decisions: Record<string, Decision> } | null;
	turns: { id: string; turn: number }[];
	/** Snapshot of the steps, parsed by lib/steps. */
	steps: unknown;
	project: ProjectDescription | null;
	/** Decisions by membership id. */
	decisions: Record<string, Decision>;
	prediction: { name: string; args: unknown[]; said: string } | null;
	/** Value that the program returned to the judge for the predicted call; null when nothing was predicted. */
	returned: FunctionCallResult | null;
	/** What the student's browser reported about the checks; advice only. */
	browserReport: BrowserCheckReport | null;
	verdict: StudentVerdict | null;
	review: StoredReview | null;
}

type SubmissionIdAndState = Pick<QueuedSubmission, 'id' | 'state'>;

export function findNeighbouringSubmission<T extends SubmissionIdAndState>(
	queue: readonly T[],
	id: string,
	step: 1 | -1
): T | undefined {
	const at = queue.findIndex((piece) => piece.id === id);
	return at < 0 ? undefined : queue[at + step];
}

/** Returns the next submission after this one that waits for a review; after the last comes the first. */
export function findNextWaitingSubmission<T extends SubmissionIdAndState>(
	queue: readonly T[],
	id: string | null
): T | undefined {
	const at = queue.findIndex((piece) => piece.id === id);
	const queueFromHere = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
	return queueFromHere.find(({ state }) => isOpenSubmissionState(state));
}

export const LONGEST_REUSABLE_COMMENT = 2000;
export const MOST_REUSABLE_COMMENTS = 200;
export const LARGEST_COMMENT_REQUEST_BYTES = 20_000;

const commentTextSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_REUSABLE_COMMENT));

const reusableCommentRequestSchema = v.variant('kind', [
	v.strictObject({ kind: v.literal('keep'), text: commentTextSchema }),
	v.strictObject({ kind: v.literal('use'), id: idSchema }),
	v.strictObject({ kind: v.literal('remove'), id: idSchema })
]);
export type ReusableCommentRequest = v.InferOutput<typeof reusableCommentRequestSchema>;

export const parseReusableCommentRequest = (input: unknown): ReusableCommentRequest | undefined =>
	parseStorable(reusableCommentRequestSchema, input);

const reusableCommentsSchema = v.array(v.object({ id: v.string(), text: v.string(), used: v.number() }));
export type ReusableComment = v.InferOutput<typeof reusableCommentsSchema>[number];

export const parseReusableComments = (input: unknown): ReusableComment[] | undefined =>
	parseWithSchema(reusableCommentsSchema, input);
