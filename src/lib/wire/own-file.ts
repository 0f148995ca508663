/** The messages between browser and server about a project's own files, which go by hash, each once for a work. */
import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { OWN_FILE_LIMITS } from '#lib/domain/own-file/own-file.ts';
import { parse } from '#lib/domain/parse.ts';
import { syncApi } from './sync.ts';

/** Characters of a file written as base64, and bytes of a request with some room around them. */
const LONGEST_CONTENT = Math.ceil((OWN_FILE_LIMITS.bytes * 4) / 3) + 4;
export const LARGEST_FILE_REQUEST = LONGEST_CONTENT + 1000;

const { formatSchema: format, refusedSchema } = syncApi;
const contentSchema = v.pipe(v.string(), v.maxLength(LONGEST_CONTENT));

/** `account` is the one that the browser believes is signed in; `content` is base64. */
const sentSchema = v.object({ format, account: idSchema, content: contentSchema });
const keptSchema = v.variant('kind', [
	/** `taken`: percentage of the account's quota in use. */
	v.object({ format, kind: v.literal('kept'), taken: v.number() }),
	refusedSchema
]);
const readSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('file'), content: contentSchema }),
	refusedSchema
]);

export type SentFile = v.InferOutput<typeof sentSchema>;
export type KeptAnswer = v.InferOutput<typeof keptSchema>;
export type FileAnswer = v.InferOutput<typeof readSchema>;

export const parseSentFile = (input: unknown): SentFile | undefined => parse(sentSchema, input);
export const parseKeptAnswer = (input: unknown): KeptAnswer | undefined => parse(keptSchema, input);
export const parseFileAnswer = (input: unknown): FileAnswer | undefined => parse(readSchema, input);
