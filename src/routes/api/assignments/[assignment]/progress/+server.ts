import { parseSentProgressReport } from '#lib/wire/progress.ts';
import { database } from '#lib/server/db/index.ts';
import { recordProgress } from '#lib/server/board/progress.ts';
import { receiveFrequentMessage, syncResponder } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const request = await receiveFrequentMessage(event, 'board.report', parseSentProgressReport);
	if (request instanceof Response) return request;
	const { body, assignmentId, person } = request;
	const own = { assignmentId, account: person.id, otherAccount: person.pair?.other.id };
	const isKept = await recordProgress(database(), own, body, new Date());
	return isKept ? syncResponder.answer({ kind: 'kept' }) : syncResponder.refuse('absent');
};
