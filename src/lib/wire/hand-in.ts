import * as v from 'valibot';
import { parseWithSchema, parseStorable } from '#lib/domain/parse.ts';
import type { CheckStatus } from '#sandbox/report.ts';
import { SUBMISSION_STATES } from '#lib/domain/submission.ts';
import { defineApi } from './api.ts';
import { syncApi } from './sync.ts';
import { idSchema } from '#lib/domain/identity.ts';

const MOST_CHECK_RESULTS = 300;
const LONGEST_STEP_OR_CHECK_ID = 200;

const stepOrCheckIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_STEP_OR_CHECK_ID));

/** Statuses by step and check, without messages and console output, so that nobody takes a report for the verdict beside it. */
export const browserCheckReportSchema = v.pipe(
	v.array(
		v.strictObject({
			step: stepOrCheckIdSchema,
			check: stepOrCheckIdSchema,
			status: v.picklist(['pass', 'fail', 'error'] satisfies CheckStatus[])
		})
	),
	v.maxLength(MOST_CHECK_RESULTS)
);
export type BrowserCheckReport = v.InferOutput<typeof browserCheckReportSchema>;

export const parseBrowserCheckReport = (input: unknown): BrowserCheckReport | null =>
	parseWithSchema(browserCheckReportSchema, input) ?? null;

/** The API for hand-ins. Texts of its refusals are in messages under `submission_refused_`. */
export const handInApi = defineApi(1, {
	...syncApi.statuses,
	closed: 403,
	/** The server lacks this version: the browser has to send the work first. */
	version: 422,
	/** A newer version of the work was already handed in. */
	older: 409,
	/** The student hands in the very version that the teacher returned, without a change. */
	unchanged: 409,
	/** Another work is bound to the assignment. */
	'other-work': 409,
	/** Another submission of the work waits for its review. */
	waiting: 409,
	/** A teacher is reviewing the waiting submission, or has answered it. */
	'in-review': 409,
	withdrawn: 410
});
export type HandInRefusal = keyof typeof handInApi.statuses;

/** Upper limit of bytes of the request body; the work itself was sent before. */
export const LARGEST_HAND_IN_REQUEST_BYTES = 200_000;
export const LONGEST_PREDICTION = 500;
export const MOST_OTHER_REPLACED_SUBMISSIONS = 20;

/** A request to hand in a version that is already on the server, which freezes it. */
const sentHandInSchema = v.strictObject({
	format: handInApi.formatSchema,
	account: idSchema,
	/** Id made in the browser; sending the same id again does not hand in twice. */
	id: idSchema,
	work: idSchema,
	version: idSchema,
	/** Id of the waiting submission that this one replaces; null when none waits. */
	replaces: v.nullable(idSchema),
	/**
	 * Ids of further submissions, one of which may be waiting in place of `replaces`: while an earlier hand-in is unanswered, the
	 * browser does not know which one waits. Older pages leave this field out.
	 */
	orReplaces: v.exactOptional(v.pipe(v.array(idSchema), v.maxLength(MOST_OTHER_REPLACED_SUBMISSIONS))),
	/** The author's prediction of the program's return value; null when none was asked or given. */
	prediction: v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_PREDICTION))),
	report: v.nullable(browserCheckReportSchema)
});
export type SentHandIn = v.InferOutput<typeof sentHandInSchema>;

export const parseSentHandIn = (input: unknown): SentHandIn | undefined => parseStorable(sentHandInSchema, input);

/** Returns what the next hand-in replaces while this one is unanswered: this one, or what waits if this one never arrived. */
export function replacedIdsOfNextHandIn({
	id,
	replaces,
	orReplaces = []
}: SentHandIn): Pick<SentHandIn, 'replaces' | 'orReplaces'> {
	const otherIds = replaces === null ? orReplaces : [replaces, ...orReplaces];
	// Keep the last id, because the server itself named that one.
	return otherIds.length === 0
		? { replaces: id }
		: { replaces: id, orReplaces: otherIds.slice(-MOST_OTHER_REPLACED_SUBMISSIONS) };
}

/** Tells whether the same request may succeed later without anybody's help. */
export const isTemporaryHandInRefusal = (reason: HandInRefusal): boolean =>
	reason === 'version' || reason === 'too-often';

const { formatSchema: format, refusedSchema } = handInApi;
const handInReceiptSchema = v.object({
	id: idSchema,
	turn: v.number(),
	state: v.picklist(SUBMISSION_STATES),
	/** When the work was handed in, in milliseconds since 1970 by the server's clock. */
	handedInAt: v.number()
});
export type HandInReceipt = v.InferOutput<typeof handInReceiptSchema>;
const handInAnswerSchema = v.variant('kind', [
	v.object({
		format,
		kind: v.literal('handed-in'),
		/** The submission, which only pages of an older version still read here. */
		submission: handInReceiptSchema,
		/** The student's submissions after the hand-in, for `parseOwnSubmissions`; older servers leave this out. */
		ownSubmissions: v.exactOptional(v.unknown())
	}),
	v.object({ format, kind: v.literal('taken-back') }),
	refusedSchema
]);
type HandInAnswer = v.InferOutput<typeof handInAnswerSchema>;

export const parseHandInAnswer = (input: unknown): HandInAnswer | undefined =>
	parseWithSchema(handInAnswerSchema, input);
