/** Messages about a project's own files, which are sent by hash and once per work. */
import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { OWN_FILE_LIMITS } from '#lib/domain/own-file/own-file.ts';
import { parse } from '#lib/domain/parse.ts';
import { syncApi } from './sync.ts';

/** Upper limit of characters of a file in base64. */
const LONGEST_CONTENT_TEXT = Math.ceil((OWN_FILE_LIMITS.bytes * 4) / 3) + 4;
export const LARGEST_FILE_REQUEST = LONGEST_CONTENT_TEXT + 1000;

const { formatSchema: format, refusedSchema } = syncApi;
const contentSchema = v.pipe(v.string(), v.maxLength(LONGEST_CONTENT_TEXT));

/** `account`: id of the account that the browser believes is signed in. `content`: the file's bytes in base64. */
const sentSchema = v.object({ format, account: idSchema, content: contentSchema });
const storeAnswerSchema = v.variant('kind', [
	/** The file was stored. `taken`: percentage of the account's quota in use. */
	v.object({ format, kind: v.literal('kept'), taken: v.number() }),
	refusedSchema
]);
const readAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('file'), content: contentSchema }),
	refusedSchema
]);

export type SentOwnFile = v.InferOutput<typeof sentSchema>;
export type StoreFileAnswer = v.InferOutput<typeof storeAnswerSchema>;
export type ReadFileAnswer = v.InferOutput<typeof readAnswerSchema>;

export const parseSentOwnFile = (input: unknown): SentOwnFile | undefined => parse(sentSchema, input);
export const parseStoreFileAnswer = (input: unknown): StoreFileAnswer | undefined => parse(storeAnswerSchema, input);
export const parseReadFileAnswer = (input: unknown): ReadFileAnswer | undefined => parse(readAnswerSchema, input);
