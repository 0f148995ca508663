/** Lists the walls of a student's classes, and where a project of theirs hangs. */
import { isId } from '#lib/domain/identity.ts';
import { isActionAllowed } from '#lib/domain/access.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { checkApiRequest, wallReply } from '#lib/server/http/api.ts';
import { wallsOf } from '#lib/server/wall/own-walls.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = wallReply;

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, wallReply, async ({ role }) => {
		// The statement reads the classes of which this person is a member, and no others.
		if (!isActionAllowed(role, 'wall.put-up', ['member'])) return refuse('forbidden');
		demandAccess(event, 'wall.put-up', ['member']);
		return {};
	});
	if (request instanceof Response) return request;
	const work = event.url.searchParams.get('work');
	if (!isId(work)) return refuse('malformed');
	return answer({ kind: 'walls', walls: await wallsOf(database(), request.person.id, work) });
};
