/** The messages between browser and server when two students share a machine, and when they separate. */
import * as v from 'valibot';
import { parse as parseAny } from '#lib/domain/parse.ts';
import { SYNC_REFUSALS, STATUS_OF_REFUSAL as SYNC_STATUS } from './sync.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { isStorable } from '#lib/domain/storable.ts';

export const PAIR_FORMAT = 1;
/** Request body, in bytes. */
export const LARGEST_JOINING = 2000;
const LONGEST_PSEUDONYM = 100;
const LONGEST_WORDS = 200;

/** The second student's own pseudonym and three words. */
export interface SentJoining {
	format: typeof PAIR_FORMAT;
	/** The account the browser believes is signed in. */
	account: string;
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

/** A request with nothing but the account the browser believes is signed in. */
const separatingSchema = v.strictObject({ format: v.literal(PAIR_FORMAT), account: idSchema });

export const parseJoining = (input: unknown) => parseStorable(joiningSchema, input);
export const parseSeparating = (input: unknown) => parseStorable(separatingSchema, input);

/** Why nothing was done; texts are in messages under `pair_refused_`. */
const PAIR_REFUSALS = [
	...SYNC_REFUSALS,
	/** Unknown pseudonym or wrong words. The answer must not reveal which of the two. */
	'wrong',
	'wait',
	/** The second student is the one already signed in. */
	'same',
	/** Two students already share this machine. */
	'full'
] as const;
export type PairRefusal = (typeof PAIR_REFUSALS)[number];

export const PAIR_STATUS: Record<PairRefusal, number> = { ...SYNC_STATUS, wrong: 403, wait: 429, same: 409, full: 409 };

const format = v.literal(PAIR_FORMAT);
const refusedSchema = v.object({
	format,
	kind: v.literal('refused'),
	reason: v.picklist(PAIR_REFUSALS),
	/** Seconds to wait before the next attempt; given with the reason `wait` only. */
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
	/** `work`: the work this person continues with, the original or their copy. */
	v.object({ format, kind: v.literal('separated'), work: v.string() }),
	refusedSchema
]);

export type OwnClasses = v.InferOutput<typeof classesSchema>;
export type PairAnswer = v.InferOutput<typeof doneSchema>;
export type SeparationAnswer = v.InferOutput<typeof separatedSchema>;

/** Each returns `undefined` for any other input, such as a proxy's page or an unknown format. */
export const parseOwnClasses = (input: unknown) => parseStorable(classesSchema, input);
export const parsePairAnswer = (input: unknown) => parseStorable(doneSchema, input);
export const parseSeparationAnswer = (input: unknown) => parseStorable(separatedSchema, input);

function parseStorable<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
	return isStorable(input) ? parseAny(schema, input) : undefined;
}
