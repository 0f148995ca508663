import * as v from 'valibot';
import { browserCheckReportSchema, handInApi } from './hand-in.ts';
import { caughtMutantsListSchema, programProblemSchema } from '#lib/domain/verdict.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import type { BoardRowSubmission } from '#lib/domain/progress.ts';
import { SHOWN_SUBMISSION_STATES, SUBMISSION_STATES } from '#lib/domain/submission.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { decisionSchema, workFilesSchema } from '#lib/domain/work.ts';

const checkStatusSchema = v.picklist(['pass', 'fail', 'error']);
const returnedValueSchema = v.variant('kind', [
	v.object({ kind: v.literal('value'), text: v.string() }),
	v.object({ kind: v.literal('absent') }),
	v.object({ kind: v.literal('problem'), problem: programProblemSchema })
]);
const passedOfTotalSchema = v.object({ passed: v.number(), total: v.number() });

const textsByIdSchema = v.record(v.string(), v.string());
const verdictCheckTextsSchema = v.object({
	checks: textsByIdSchema,
	failures: v.exactOptional(textsByIdSchema),
	held: v.exactOptional(textsByIdSchema),
	steps: v.record(v.string(), v.object({ title: v.string() }))
});
export type VerdictCheckTexts = v.InferOutput<typeof verdictCheckTextsSchema>;

/** A verdict without times, console output and engine limits, which students do not need. */
const StudentVerdict = v.object({
	id: idSchema,
	/** The author's version number of the challenge that judged the submission. */
	version: v.nullable(v.string()),
	/** Whether another version than the assigned one judged, newer or older: assignments may move to a newer version. */
	isNewer: v.boolean(),
	/** Texts of the version that judged, by language; absent when that is the assigned version. */
	texts: v.exactOptional(v.record(v.picklist(LANGUAGES), verdictCheckTextsSchema)),
	/** When the submission was judged, in milliseconds since 1970. */
	judgedAt: v.number(),
	tally: v.object({ ...passedOfTotalSchema.entries, beyond: passedOfTotalSchema }),
	held: passedOfTotalSchema,
	/**
	 * `load`: why nothing could be checked. `broke`: whether the program or the checks broke. Both are null when something was
	 * checked.
	 */
	load: v.nullable(programProblemSchema),
	broke: v.nullable(v.picklist(['program', 'checks'])),
	/** Results in the challenge's order. Held-back checks carry only what their author lets students know. */
	checks: v.array(
		v.object({
			step: v.string(),
			check: v.string(),
			held: v.boolean(),
			/** Whether the check belongs to a step that may be skipped; answers that a browser stored earlier do not say. */
			isOptional: v.optional(v.boolean(), false),
			status: checkStatusSchema,
			problem: v.exactOptional(programProblemSchema)
		})
	),
	/** Caught wrong programs by step; none in answers that a browser stored before steps "catch" existed. */
	caught: v.optional(caughtMutantsListSchema, [])
});
export type StudentVerdict = v.InferOutput<typeof StudentVerdict>;

/** Returns the texts of the version that judged: the assigned version's `text`, unless the verdict brings its own. */
export function checkTextsOfVerdict(
	verdict: Pick<StudentVerdict, 'texts'> | null,
	text: VerdictCheckTexts,
	language: Language
): VerdictCheckTexts {
	return verdict?.texts?.[language] ?? text;
}

const SubmissionFeedback = v.object({
	comment: v.string(),
	rubric: v.record(v.string(), v.string()),
	lines: v.array(v.object({ id: idSchema, file: v.string(), line: v.number(), text: v.string(), done: v.boolean() })),
	sentAt: v.number(),
	/** Name of the reviewer; null once their account is deleted. */
	reviewer: v.nullable(v.string())
});
export type SubmissionFeedback = v.InferOutput<typeof SubmissionFeedback>;

const OwnSubmission = v.object({
	id: idSchema,
	turn: v.number(),
	state: v.picklist(SUBMISSION_STATES),
	shown: v.picklist(SHOWN_SUBMISSION_STATES),
	handedInAt: v.number(),
	version: idSchema,
	decision: v.nullable(decisionSchema),
	prediction: v.nullable(v.object({ name: v.string(), args: v.array(v.unknown()), said: v.string() })),
	returned: v.nullable(returnedValueSchema),
	browserReport: v.nullable(browserCheckReportSchema),
	verdict: v.nullable(StudentVerdict),
	/** Whether another version of the challenge had judged before; answers that a browser stored earlier do not say. */
	isRejudged: v.optional(v.boolean(), false),
	feedback: v.nullable(SubmissionFeedback)
});
export type OwnSubmission = v.InferOutput<typeof OwnSubmission>;

/** Tells whether the event stream reports a newer state of the newest submission than this page has read. */
export function hasNewerSubmissionState(
	heardSubmission: BoardRowSubmission | null,
	readSubmission: OwnSubmission | null
): boolean {
	return (
		heardSubmission?.id !== readSubmission?.id ||
		heardSubmission?.state !== readSubmission?.state ||
		(heardSubmission?.verdict ?? null) !== (readSubmission?.verdict?.id ?? null)
	);
}

const { formatSchema: format, refusedSchema } = handInApi;
const submissionsAnswerSchema = v.variant('kind', [
	/** The student's submissions, newest first. */
	v.object({ format, kind: v.literal('submissions'), submissions: v.array(OwnSubmission) }),
	refusedSchema
]);
const submittedFilesAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('frozen'), files: workFilesSchema }),
	refusedSchema
]);
const commentDoneMarkAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('marked'), done: v.boolean() }),
	refusedSchema
]);

export const parseOwnSubmissions = (input: unknown) => parseWithSchema(submissionsAnswerSchema, input);
export const parseSubmittedFiles = (input: unknown) => parseWithSchema(submittedFilesAnswerSchema, input);
export const parseCommentDoneMarkAnswer = (input: unknown) => parseWithSchema(commentDoneMarkAnswerSchema, input);

const sentCommentDoneMarkSchema = v.strictObject({ format, account: idSchema, done: v.boolean() });
export const parseSentCommentDoneMark = (input: unknown) => parseWithSchema(sentCommentDoneMarkSchema, input);
