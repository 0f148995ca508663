/** Ties a folder of the studio to the problem that it was begun from. */
import type { Person } from '#lib/domain/person.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, studioResponder } from '#lib/server/http/api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { permitOnProblem } from '#lib/server/studio/showing/problem-permits.ts';
import { tieFolderToProblem } from '#lib/server/studio/showing/problem-folders.ts';
import { parseSentFolderTie } from '#lib/wire/showing.ts';
import type { RequestHandler } from './$types';

const LARGEST_BYTES = 1000;
const LATER_SECONDS = 10;
const tieLimit = new BurstLimit();
const limitRequests = ({ id }: Person): Response | undefined =>
	tieLimit.isTooOften(id, Date.now()) ? studioResponder.refuse('too-often', LATER_SECONDS) : undefined;

export const POST: RequestHandler = async (event) => {
	const message = { limit: limitRequests, largestBytes: LARGEST_BYTES, parse: parseSentFolderTie };
	const request = await readApiMessage(event, studioResponder, permitOnProblem('problem.show'), message);
	if (request instanceof Response) return request;
	const { person, row, body } = request;
	await tieFolderToProblem(database(), { account: person.id, workId: body.work, problemId: row.id });
	return studioResponder.answer({ kind: 'tied' });
};
