import { isId } from '#lib/domain/identity.ts';
import { database } from '#lib/server/db/index.ts';
import {
	createPersonRateLimit,
	readApiMessage,
	studioResponder,
	permitByRoleAssumingRelations
} from '#lib/server/http/api.ts';
import { createFolderLink, endFolderLinks } from '#lib/server/studio/folder-links.ts';
import { parseSentFolderLink } from '#lib/wire/studio.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = studioResponder;
const LARGEST_REQUEST_BYTES = 1000;
const RETRY_SECONDS = 10;
const limitRequests = createPersonRateLimit(studioResponder, RETRY_SECONDS);
const folderLinkMessageOptions = {
	limit: limitRequests,
	largestBytes: LARGEST_REQUEST_BYTES,
	parse: parseSentFolderLink
};

export const POST: RequestHandler = async (event) => {
	const request = await readApiMessage(
		event,
		studioResponder,
		permitByRoleAssumingRelations('studio.use'),
		folderLinkMessageOptions
	);
	if (request instanceof Response) return request;
	const { work } = event.params;
	const token = isId(work) ? await createFolderLink(database(), request.person.id, work) : undefined;
	return token === undefined ? refuse('absent') : answer({ kind: 'link', token });
};

export const DELETE: RequestHandler = async (event) => {
	const request = await readApiMessage(
		event,
		studioResponder,
		permitByRoleAssumingRelations('studio.use'),
		folderLinkMessageOptions
	);
	if (request instanceof Response) return request;
	await endFolderLinks(database(), request.person.id, event.params.work);
	return answer({ kind: 'ended' });
};
