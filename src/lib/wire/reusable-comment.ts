/** A sentence of a review comment that a teacher keeps for reuse. */
import * as v from 'valibot';
import { parseWithSchema, parseStorable } from '#lib/domain/parse.ts';
import { idSchema } from '#lib/domain/identity.ts';

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
