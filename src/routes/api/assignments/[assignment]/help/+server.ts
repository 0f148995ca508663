import { parseSentHelpRequest } from '#lib/wire/progress.ts';
import { database } from '#lib/server/db/index.ts';
import { setHelpRequest } from '#lib/server/board/progress.ts';
import { receiveFrequentMessage, syncResponder } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const request = await receiveFrequentMessage(event, 'board.report', parseSentHelpRequest);
	if (request instanceof Response) return request;
	const { body, assignmentId } = request;
	const isKept = await setHelpRequest(database(), { assignmentId, account: body.account }, body.wanted, new Date());
	return isKept ? syncResponder.answer({ kind: 'kept' }) : syncResponder.refuse('absent');
};
