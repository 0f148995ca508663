import { database } from '#lib/server/db/index.ts';
import { answer, workRequest } from '#lib/server/work/api.ts';
import { listWorks, namesOfOthers } from '#lib/server/work/work-queries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const asking = workRequest(event, 'work.read');
	if (asking.kind === 'refused') return asking.answer;
	const [works, names] = [await listWorks(database(), asking.account), await namesOfOthers(database(), asking.account)];
	return answer({ kind: 'works', works, names });
};
