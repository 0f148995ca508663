/** Answers with the cover of an exhibit or portfolio project, as a picture that an `img` element shows. */
import { readPictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { wallResponder } from '#lib/server/http/api.ts';

/**
 * Headers for bytes that a student sent: browsers treat them as a picture of this type only, and run nothing when they are
 * opened as a page.
 */
const createPictureHeaders = (mediaType: string) => ({
	'content-type': mediaType,
	'content-security-policy': "default-src 'none'; sandbox",
	'cache-control': 'no-store'
});

/** Answers with the cover's bytes; refuses as absent when they are undefined or no picture. */
export function createCoverResponse(bytes: Uint8Array<ArrayBuffer> | undefined): Response {
	const pictureHeader = bytes && readPictureHeader(bytes);
	if (!bytes || !pictureHeader) return wallResponder.refuse('absent');
	return new Response(bytes, { headers: createPictureHeaders(pictureHeader.type) });
}
