import { database } from '#lib/server/db/index.ts';
import { answer, asked } from '#lib/server/work/answer.ts';
import { listWorks } from '#lib/server/work/read.ts';
import type { RequestHandler } from './$types';

/** What this person has here, newest first. */
export const GET: RequestHandler = async (event) => {
	const asking = asked(event, 'work.read');
	if (asking.kind === 'refused') return asking.answer;
	return answer({ kind: 'works', works: await listWorks(database(), asking.account) });
};
