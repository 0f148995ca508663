import { isId } from '#lib/domain/identity.ts';
import { database } from '#lib/server/db/index.ts';
import { checkApiRequest, permitByRoleAssumingRelations, wallResponder } from '#lib/server/http/api.ts';
import { listOwnWalls } from '#lib/server/wall/own-walls.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = wallResponder;

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, wallResponder, permitByRoleAssumingRelations('wall.put-up', 'member'));
	if (request instanceof Response) return request;
	const work = event.url.searchParams.get('work');
	if (work !== null && !isId(work)) return refuse('malformed');
	return answer({ kind: 'walls', walls: await listOwnWalls(database(), request.person.id, work) });
};
