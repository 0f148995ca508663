/** Raises and lowers a student's request for help. */
import { parseWish } from '#lib/domain/standing.ts';
import { database } from '#lib/server/db/index.ts';
import { said } from '#lib/server/board/api.ts';
import { wishHelp } from '#lib/server/board/progress.ts';
import { answer, refuse } from '#lib/server/work/api.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const asking = await said(event, 'board.report', parseWish);
	if (asking.kind === 'refused') return asking.answer;
	const { sent, assignment } = asking;
	const isKept = await wishHelp(database(), { assignment, account: sent.account }, sent.wanted, new Date());
	return isKept ? answer({ kind: 'kept' }) : refuse('absent');
};
