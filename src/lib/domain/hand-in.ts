/** What a browser and the server say to each other when work is handed in or taken back. Nothing here reads or writes. */
import * as v from 'valibot';
import { browserReportSchema, type BrowserReport } from './browser-report.ts';
import { storable } from './storable.ts';
import { SUBMISSION_STATES, type SubmissionState } from './submission.ts';
import { idSchema, REFUSALS as SYNC_REFUSALS, STATUS as SYNC_STATUS } from './sync.ts';

export const HAND_IN_FORMAT = 1;
/** Of the body of a request: the work itself went before. */
export const LARGEST_HAND_IN = 200_000;
export const LONGEST_PREDICTION = 500;

/** Work as it is handed in. What it is made of is on the server already, and is frozen there. */
export interface SentHandIn {
	format: typeof HAND_IN_FORMAT;
	/** Who the browser takes itself to be. */
	account: string;
	/** Made by the client: the same again is the same hand-in. */
	id: string;
	work: string;
	version: string;
	/** What waits, and that this takes the place of. Null: nothing. */
	replaces: string | null;
	/** What its author says that the program returns. Null: nothing was asked, or nothing said. */
	prediction: string | null;
	report: BrowserReport | null;
}

const sentSchema: v.GenericSchema<unknown, SentHandIn> = v.strictObject({
	format: v.literal(HAND_IN_FORMAT),
	account: idSchema,
	id: idSchema,
	work: idSchema,
	version: idSchema,
	replaces: v.nullable(idSchema),
	prediction: v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_PREDICTION))),
	report: v.nullable(browserReportSchema)
});

/** `undefined`: it is none. */
export function parseHandIn(input: unknown): SentHandIn | undefined {
	if (!storable(input)) return undefined;
	const result = v.safeParse(sentSchema, input);
	return result.success ? result.output : undefined;
}

/** Why nothing was handed in or taken back; each has its words in messages under `submission_refused_`. */
export const HAND_IN_REFUSALS = [
	...SYNC_REFUSALS,
	'closed',
	/** The server lacks that version: the work goes first. */
	'version',
	/** Something newer was handed in before. */
	'older',
	/** It is what was returned, unchanged. */
	'unchanged',
	/** Not the work that belongs to the assignment. */
	'other-work',
	/** Something else waits. */
	'waiting',
	/** A teacher is looking at what waits, or has answered. */
	'in-review',
	/** This very hand-in was taken back. */
	'withdrawn',
	'too-often'
] as const;
export type HandInRefusal = (typeof HAND_IN_REFUSALS)[number];

export const HAND_IN_STATUS: Record<HandInRefusal, number> = {
	...SYNC_STATUS,
	closed: 403,
	version: 422,
	older: 409,
	unchanged: 409,
	'other-work': 409,
	waiting: 409,
	'in-review': 409,
	withdrawn: 410,
	'too-often': 429
};

/** Whether the same request may do better later without anyone doing anything. */
export const passesByItself = (reason: HandInRefusal): boolean => reason === 'version' || reason === 'too-often';

export interface HandInReceipt {
	id: string;
	turn: number;
	state: SubmissionState;
	/** Milliseconds since 1970, by the server's clock. */
	handedInAt: number;
}

const format = v.literal(HAND_IN_FORMAT);
const refusedSchema = v.object({ format, kind: v.literal('refused'), reason: v.picklist(HAND_IN_REFUSALS) });
const handedInSchema = v.object({
	id: idSchema,
	turn: v.number(),
	state: v.picklist(SUBMISSION_STATES),
	handedInAt: v.number()
});
const answerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('handed-in'), submission: handedInSchema }),
	v.object({ format, kind: v.literal('taken-back') }),
	refusedSchema
]);
export type HandInAnswer = v.InferOutput<typeof answerSchema>;

/** `undefined` when it is none of ours: a proxy's page, another format. */
export function parseHandInAnswer(input: unknown): HandInAnswer | undefined {
	const result = v.safeParse(answerSchema, input);
	return result.success ? result.output : undefined;
}
