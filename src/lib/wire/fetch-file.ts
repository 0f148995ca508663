/** Fetches an own file of a frozen project: of a submission or of an exhibit. */
import { fromBase64 } from '#lib/domain/own-file/base64.ts';
import type { OwnFile } from '#lib/domain/own-file/own-file.ts';
import { parseReadFileAnswer } from './own-file.ts';

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
