import { database } from '#lib/server/db/index.ts';
import { createPersonRateLimit, readApiMessage, studioResponder } from '#lib/server/http/api.ts';
import { permitClaimedProblem, tieFolderToProblem } from '#lib/server/studio/demo/problem-folders.ts';
import { parseSentFolderProblemTie } from '#lib/wire/demo.ts';
import type { RequestHandler } from './$types';

const LARGEST_REQUEST_BYTES = 1000;
const RETRY_SECONDS = 10;
const limitRequests = createPersonRateLimit(studioResponder, RETRY_SECONDS);

export const POST: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_REQUEST_BYTES, parse: parseSentFolderProblemTie };
	const request = await readApiMessage(event, studioResponder, permitClaimedProblem('problem.show'), message);
	if (request instanceof Response) return request;
	const { person, row, body } = request;
	await tieFolderToProblem(database(), { account: person.id, workId: body.work, problemId: row.id });
	return studioResponder.answer({ kind: 'tied' });
};
