import { isId } from '#lib/domain/identity.ts';
import { LARGEST_EXHIBIT_REQUEST_BYTES, parseSentExhibit } from '#lib/wire/wall.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, checkApiRequest, wallResponder } from '#lib/server/http/api.ts';
import { limitWallChanges } from '#lib/server/wall/own-version.ts';
import { putUpProject, takeProjectOffWall } from '#lib/server/wall/put-up-project.ts';
import { permitWallAction } from '#lib/server/wall/require-wall.ts';
import { readAccountStorageLimits } from '#lib/server/work/quota.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = wallResponder;

export const PUT: RequestHandler = async (event) => {
	const message = { limit: limitWallChanges, largestBytes: LARGEST_EXHIBIT_REQUEST_BYTES, parse: parseSentExhibit };
	const request = await readApiMessage(event, wallResponder, permitWallAction('wall.put-up'), message);
	if (request instanceof Response) return request;
	const { person, schoolClass, body } = request;
	const { work } = event.params;
	if (!isId(work)) return refuse('not-saved');
	const place = { account: person.id, classId: schoolClass.id, workId: work };
	const result = await putUpProject(database(), place, body, await readAccountStorageLimits(database()));
	return result.kind === 'refused' ? refuse(result.reason) : answer(result);
};

export const DELETE: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, wallResponder, permitWallAction('wall.put-up'), limitWallChanges);
	if (request instanceof Response) return request;
	const { person, schoolClass } = request;
	const { work } = event.params;
	if (isId(work)) await takeProjectOffWall(database(), { account: person.id, classId: schoolClass.id, workId: work });
	return answer({ kind: 'taken-off' });
};
