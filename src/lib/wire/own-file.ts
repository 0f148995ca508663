import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { OWN_FILE_LIMITS, type OwnFile } from '#lib/domain/own-file/own-file.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { syncApi } from './sync.ts';
import { fromBase64 } from '#lib/domain/own-file/base64.ts';

const LONGEST_FILE_BASE64 = Math.ceil((OWN_FILE_LIMITS.bytes * 4) / 3) + 4;
export const LARGEST_FILE_REQUEST_BYTES = LONGEST_FILE_BASE64 + 1000;

const { formatSchema: format, refusedSchema } = syncApi;
const fileContentSchema = v.pipe(v.string(), v.maxLength(LONGEST_FILE_BASE64));

/** `account`: id of the account that the browser believes is signed in. `content`: the file's bytes in base64. */
const sentOwnFileSchema = v.object({ format, account: idSchema, content: fileContentSchema });
const storeFileAnswerSchema = v.variant('kind', [
	/** The file was stored. `taken`: percentage of the account's quota in use. */
	v.object({ format, kind: v.literal('kept'), taken: v.number() }),
	refusedSchema
]);
const readFileAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('file'), content: fileContentSchema }),
	refusedSchema
]);

export type SentOwnFile = v.InferOutput<typeof sentOwnFileSchema>;
export type StoreFileAnswer = v.InferOutput<typeof storeFileAnswerSchema>;
export type ReadFileAnswer = v.InferOutput<typeof readFileAnswerSchema>;

export const parseSentOwnFile = (input: unknown): SentOwnFile | undefined => parseWithSchema(sentOwnFileSchema, input);
export const parseStoreFileAnswer = (input: unknown): StoreFileAnswer | undefined =>
	parseWithSchema(storeFileAnswerSchema, input);
export const parseReadFileAnswer = (input: unknown): ReadFileAnswer | undefined =>
	parseWithSchema(readFileAnswerSchema, input);

/**
 * Fetches an own file. `copyAddress`: address of the review or exhibit. Resolves to undefined when the server does not send the
 * file's bytes.
 */
export async function fetchOwnFileOfCopy(
	copyAddress: string,
	file: OwnFile,
	signal?: AbortSignal
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const response = await fetch(`${copyAddress}/files/${file.sha256}`, { cache: 'no-store', ...(signal && { signal }) });
	const answer = parseReadFileAnswer(await response.json().catch(() => undefined));
	const bytes = answer?.kind === 'file' ? fromBase64(answer.content) : undefined;
	if (bytes === undefined) return undefined;
	const { isContentOfOwnFile } = await import('#lib/domain/own-file/content-hash.ts');
	return isContentOfOwnFile(file, bytes) ? bytes : undefined;
}
