import * as v from 'valibot';
import { defineApi } from './api.ts';
import { syncApi } from './sync.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { parseStorable } from '#lib/domain/parse.ts';

/** The API for pairs. Texts of its refusals are in messages under `pair_refused_`. */
export const pairApi = defineApi(1, {
	...syncApi.statuses,
	/** The pseudonym is unknown or the words are wrong; the answer must not reveal which of the two. */
	wrong: 403,
	/** Too many attempts: the next one is checked after `seconds`. */
	wait: 429,
	/** The student who wants to join as the second is signed in already as the first. */
	same: 409,
	/** Two students share this machine already. */
	full: 409
});
export type PairRefusal = keyof typeof pairApi.statuses;

export const LARGEST_PAIR_REQUEST_BYTES = 2000;
const LONGEST_PSEUDONYM = 100;
const LONGEST_PASSPHRASE = 200;

const pairRequestSchema = v.strictObject({
	format: pairApi.formatSchema,
	account: idSchema,
	class: idSchema,
	pseudonym: v.pipe(v.string(), v.maxLength(LONGEST_PSEUDONYM)),
	words: v.pipe(v.string(), v.maxLength(LONGEST_PASSPHRASE))
});
export type SentPairRequest = v.InferOutput<typeof pairRequestSchema>;

const separationRequestSchema = v.strictObject({ format: pairApi.formatSchema, account: idSchema });

export const parseSentPairRequest = (input: unknown) => parseStorable(pairRequestSchema, input);
export const parseSeparationRequest = (input: unknown) => parseStorable(separationRequestSchema, input);

const { formatSchema: format, refusedSchema } = pairApi;
const pairClassesSchema = v.variant('kind', [
	v.object({
		format,
		kind: v.literal('classes'),
		classes: v.array(v.object({ id: v.string(), name: v.string() }))
	}),
	refusedSchema
]);
const pairAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('joined') }),
	v.object({ format, kind: v.literal('ended') }),
	refusedSchema
]);
const separationAnswerSchema = v.variant('kind', [
	/** The work was separated. `work`: id of the work that this person continues with, the original or their copy. */
	v.object({ format, kind: v.literal('separated'), work: v.string() }),
	refusedSchema
]);

export type PairClasses = v.InferOutput<typeof pairClassesSchema>;
export type PairAnswer = v.InferOutput<typeof pairAnswerSchema>;
export type SeparationAnswer = v.InferOutput<typeof separationAnswerSchema>;

export const parsePairClasses = (input: unknown) => parseStorable(pairClassesSchema, input);
export const parsePairAnswer = (input: unknown) => parseStorable(pairAnswerSchema, input);
export const parseSeparationAnswer = (input: unknown) => parseStorable(separationAnswerSchema, input);
