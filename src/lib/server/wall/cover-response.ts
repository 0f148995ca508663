/** Answers with the cover of an exhibit, as a picture that an `img` element shows. */
import { readPictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { wallResponder } from '#lib/server/http/api.ts';

/** Headers of bytes that a student sent: they are a picture of this type or nothing, and nothing of them runs when opened as a page. */
const pictureHeaders = (mediaType: string) => ({
	'content-type': mediaType,
	'content-security-policy': "default-src 'none'; sandbox",
	'cache-control': 'no-store'
});

/** `bytes`: undefined where there is no cover, or none that may be seen. */
export function createCoverResponse(bytes: Uint8Array<ArrayBuffer> | undefined): Response {
	const pictureHeader = bytes && readPictureHeader(bytes);
	if (!bytes || !pictureHeader) return wallResponder.refuse('absent');
	return new Response(bytes, { headers: pictureHeaders(pictureHeader.type) });
}
