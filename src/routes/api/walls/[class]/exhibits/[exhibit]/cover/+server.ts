import { isId } from '#lib/domain/identity.ts';
import { database } from '#lib/server/db/index.ts';
import { checkApiRequest, wallResponder } from '#lib/server/http/api.ts';
import { createCoverResponse } from '#lib/server/wall/exhibit-page.ts';
import { permitWallAction } from '#lib/server/wall/require-wall.ts';
import { readExhibitCover } from '#lib/server/wall/wall-queries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, wallResponder, permitWallAction('wall.see'));
	if (request instanceof Response) return request;
	const { person, schoolClass, isTeacher } = request;
	const { exhibit } = event.params;
	const reader = { account: person.id, isTeacher };
	return createCoverResponse(
		isId(exhibit) ? await readExhibitCover(database(), schoolClass.id, exhibit, reader) : undefined
	);
};
