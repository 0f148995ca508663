/** What a student reads of what they handed in: where it is, what the judge says, what the teacher answered. Read from the network. */
import * as v from 'valibot';
import { browserReportSchema } from './browser-report.ts';
import { HAND_IN_FORMAT, HAND_IN_REFUSALS } from './hand-in.ts';
import { problemSchema } from './problem-parse.ts';
import type { RowSubmission } from './standing.ts';
import { SHOWN_STATES, SUBMISSION_STATES } from './submission.ts';
import { idSchema } from './sync.ts';
import { decisionSchema, filesSchema } from './work-parse.ts';

const Status = v.picklist(['pass', 'fail', 'error']);
const Returned = v.variant('kind', [
	v.object({ kind: v.literal('value'), text: v.string() }),
	v.object({ kind: v.literal('absent') }),
	v.object({ kind: v.literal('problem'), problem: problemSchema })
]);
const Count = v.object({ passed: v.number(), total: v.number() });

/** A verdict without what no student needs of it: times, console, the engine's limits. */
const ToldVerdict = v.object({
	id: idSchema,
	/** The author's version of the challenge that it was judged by. */
	version: v.nullable(v.string()),
	/** Another version than the one that was assigned: a teacher had it judged again. */
	isNewer: v.boolean(),
	/** Milliseconds since 1970. */
	judgedAt: v.number(),
	tally: v.object({ ...Count.entries, beyond: Count }),
	held: Count,
	/** Why nothing could be checked, and whose fault it is. */
	load: v.nullable(problemSchema),
	broke: v.nullable(v.picklist(['program', 'checks'])),
	/** In the order of the challenge. Of what is held back as much as its author lets it say. */
	checks: v.array(
		v.object({
			step: v.string(),
			check: v.string(),
			held: v.boolean(),
			status: Status,
			problem: v.exactOptional(problemSchema)
		})
	)
});
export type ToldVerdict = v.InferOutput<typeof ToldVerdict>;

const Feedback = v.object({
	comment: v.string(),
	/** Level by criterion. */
	rubric: v.record(v.string(), v.string()),
	lines: v.array(v.object({ id: idSchema, file: v.string(), line: v.number(), text: v.string(), done: v.boolean() })),
	sentAt: v.number(),
	/** Null: their account is gone. */
	reviewer: v.nullable(v.string())
});
export type Feedback = v.InferOutput<typeof Feedback>;

const OwnSubmission = v.object({
	id: idSchema,
	turn: v.number(),
	state: v.picklist(SUBMISSION_STATES),
	shown: v.picklist(SHOWN_STATES),
	handedInAt: v.number(),
	/** Of the work. */
	version: idSchema,
	/** One's own. */
	decision: v.nullable(decisionSchema),
	prediction: v.nullable(v.object({ name: v.string(), args: v.array(v.unknown()), said: v.string() })),
	returned: v.nullable(Returned),
	browserReport: v.nullable(browserReportSchema),
	verdict: v.nullable(ToldVerdict),
	feedback: v.nullable(Feedback)
});
export type OwnSubmission = v.InferOutput<typeof OwnSubmission>;

/** Whether what the stream says of the newest hand-in is something that was not read yet. */
export function isNews(heard: RowSubmission | null, read: OwnSubmission | null): boolean {
	return (
		heard?.id !== read?.id || heard?.state !== read?.state || (heard?.verdict ?? null) !== (read?.verdict?.id ?? null)
	);
}

const format = v.literal(HAND_IN_FORMAT);
const refused = v.object({ format, kind: v.literal('refused'), reason: v.picklist(HAND_IN_REFUSALS) });
const listed = v.variant('kind', [
	/** The newest first. */
	v.object({ format, kind: v.literal('submissions'), submissions: v.array(OwnSubmission) }),
	refused
]);
const frozen = v.variant('kind', [v.object({ format, kind: v.literal('frozen'), files: filesSchema }), refused]);
const marked = v.variant('kind', [v.object({ format, kind: v.literal('marked'), done: v.boolean() }), refused]);

/** `undefined` when it is none of ours: a proxy's page, another format. */
export const parseOwnSubmissions = (input: unknown) => parse(listed, input);
export const parseFrozen = (input: unknown) => parse(frozen, input);
export const parseMarked = (input: unknown) => parse(marked, input);

const markSchema = v.strictObject({ format, account: idSchema, done: v.boolean() });
/** A student says that they saw to a comment, or that they did not. */
export const parseMark = (input: unknown) => parse(markSchema, input);

function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
	const result = v.safeParse(schema, input);
	return result.success ? result.output : undefined;
}
