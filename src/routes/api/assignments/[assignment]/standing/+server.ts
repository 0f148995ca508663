/** Stores the progress that a student's browser reports. */
import { parseReport } from '#lib/domain/standing.ts';
import { database } from '#lib/server/db/index.ts';
import { said } from '#lib/server/board/api.ts';
import { reportStanding } from '#lib/server/board/progress.ts';
import { answer, refuse } from '#lib/server/work/api.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const asking = await said(event, 'board.report', parseReport);
	if (asking.kind === 'refused') return asking.answer;
	const { sent, assignment, person } = asking;
	const own = { assignment, account: person.id, beside: person.pair?.other.id };
	const isKept = await reportStanding(database(), own, sent, new Date());
	return isKept ? answer({ kind: 'kept' }) : refuse('absent');
};
