/** Returns the cover of an exhibit, as a picture that an `img` element shows. */
import { isId } from '#lib/domain/identity.ts';
import { readPictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { database } from '#lib/server/db/index.ts';
import { checkApiRequest, wallReply } from '#lib/server/http/api.ts';
import { permitWall } from '#lib/server/wall/require-wall.ts';
import { readCover } from '#lib/server/wall/wall-queries.ts';
import type { RequestHandler } from './$types';

/** Headers of bytes that a student sent: they are a picture of this type or nothing, and nothing of them runs when opened as a page. */
const pictureHeaders = (type: string) => ({
	'content-type': type,
	'content-security-policy': "default-src 'none'; sandbox",
	'cache-control': 'no-store'
});

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, wallReply, permitWall('wall.see'));
	if (request instanceof Response) return request;
	const { person, schoolClass, isTeacher } = request;
	const { exhibit } = event.params;
	const reader = { account: person.id, isTeacher };
	const bytes = isId(exhibit) ? await readCover(database(), schoolClass.id, exhibit, reader) : undefined;
	const header = bytes && readPictureHeader(bytes);
	if (!bytes || !header) return wallReply.refuse('absent');
	return new Response(bytes, { headers: pictureHeaders(header.type) });
};
