import { database } from '#lib/server/db/index.ts';
import { checkApiRequest, syncResponder, permitByRoleAssumingRelations } from '#lib/server/http/api.ts';
import { listWorks, findCoauthorNames } from '#lib/server/work/work-queries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, syncResponder, permitByRoleAssumingRelations('work.read', 'author'));
	if (request instanceof Response) return request;
	const { id } = request.person;
	const [works, names] = [await listWorks(database(), id), await findCoauthorNames(database(), id)];
	return syncResponder.answer({ kind: 'works', works, names });
};
