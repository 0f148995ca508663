/** What a browser and the server say when two sit down at one machine, and when they go apart. Nothing here reads or writes. */
import * as v from 'valibot';
import { idSchema, REFUSALS as SYNC_REFUSALS, STATUS as SYNC_STATUS } from './sync.ts';
import { storable } from './storable.ts';

export const PAIR_FORMAT = 1;
/** Of the body of a request, in bytes. */
export const LARGEST_JOINING = 2000;
const LONGEST_PSEUDONYM = 100;
const LONGEST_WORDS = 200;

/** What the second types: their own pseudonym, and their own three words. */
export interface SentJoining {
	format: typeof PAIR_FORMAT;
	/** Who the browser takes to be signed in. */
	account: string;
	/** The class that both are in. */
	class: string;
	pseudonym: string;
	words: string;
}

const joiningSchema: v.GenericSchema<unknown, SentJoining> = v.strictObject({
	format: v.literal(PAIR_FORMAT),
	account: idSchema,
	class: idSchema,
	pseudonym: v.pipe(v.string(), v.maxLength(LONGEST_PSEUDONYM)),
	words: v.pipe(v.string(), v.maxLength(LONGEST_WORDS))
});

/** Who the browser takes to be signed in, for what needs no more. */
const separatingSchema = v.strictObject({ format: v.literal(PAIR_FORMAT), account: idSchema });
export type SentSeparation = v.InferOutput<typeof separatingSchema>;

export const parseJoining = (input: unknown) => parse(joiningSchema, input);
export const parseSeparating = (input: unknown) => parse(separatingSchema, input);

/** Why nothing was done; each has its words in messages under `pair_refused_`. */
export const PAIR_REFUSALS = [
	...SYNC_REFUSALS,
	/** No such pseudonym in the class, or these are not their words: whoever asks hears which of the two from nobody. */
	'wrong',
	/** Too many attempts. */
	'wait',
	/** It is the one who is signed in already. */
	'same',
	/** Two sit here already. */
	'full'
] as const;
export type PairRefusal = (typeof PAIR_REFUSALS)[number];

export const PAIR_STATUS: Record<PairRefusal, number> = { ...SYNC_STATUS, wrong: 403, wait: 429, same: 409, full: 409 };

const format = v.literal(PAIR_FORMAT);
const refusedSchema = v.object({
	format,
	kind: v.literal('refused'),
	reason: v.picklist(PAIR_REFUSALS),
	/** Of `wait`. */
	seconds: v.optional(v.number())
});
const classesSchema = v.variant('kind', [
	v.object({
		format,
		kind: v.literal('classes'),
		classes: v.array(v.object({ id: v.string(), name: v.string() }))
	}),
	refusedSchema
]);
const doneSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('joined') }),
	v.object({ format, kind: v.literal('ended') }),
	refusedSchema
]);
const separatedSchema = v.variant('kind', [
	/** `work`: what this person goes on with, the work itself or their copy of it. */
	v.object({ format, kind: v.literal('separated'), work: v.string() }),
	refusedSchema
]);

export type OwnClasses = v.InferOutput<typeof classesSchema>;
export type PairAnswer = v.InferOutput<typeof doneSchema>;
export type Separated = v.InferOutput<typeof separatedSchema>;

/** `undefined` when it is none of ours: a proxy's page, another format. */
export const parseOwnClasses = (input: unknown) => parse(classesSchema, input);
export const parsePairAnswer = (input: unknown) => parse(doneSchema, input);
export const parseSeparated = (input: unknown) => parse(separatedSchema, input);

function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
	if (!storable(input)) return undefined;
	const result = v.safeParse(schema, input);
	return result.success ? result.output : undefined;
}
