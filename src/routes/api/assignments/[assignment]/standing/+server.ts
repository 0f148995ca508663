/** A student's browser says where they stand. */
import { parseReport } from '#lib/domain/standing.ts';
import { database } from '#lib/server/db/index.ts';
import { said } from '#lib/server/standings/asked.ts';
import { reportStanding } from '#lib/server/standings/report.ts';
import { answer, refuse } from '#lib/server/work/answer.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const asking = await said(event, 'board.report', parseReport);
	if (asking.kind === 'refused') return asking.answer;
	const { sent, assignment, person } = asking;
	const own = { assignment, account: person.id, beside: person.pair?.other.id };
	const isKept = await reportStanding(database(), own, sent, new Date());
	return isKept ? answer({ kind: 'kept' }) : refuse('absent');
};
