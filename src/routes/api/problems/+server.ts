import { LARGEST_CONTRIBUTION_REQUEST_BYTES, parseSentProblem } from '#lib/wire/contribution.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import {
	contributionResponder,
	countProblemTellingAttempt,
	readVisitorMessage
} from '#lib/server/contributions/limits.ts';
import { storeToldProblem } from '#lib/server/contributions/store-told-problem.ts';
import { database } from '#lib/server/db/index.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const person = demandAccess(event, 'problem.tell');
	const visitorMessage = await readVisitorMessage(event, contributionResponder, {
		largestBytes: LARGEST_CONTRIBUTION_REQUEST_BYTES,
		parse: parseSentProblem
	});
	if (visitorMessage instanceof Response) return visitorMessage;
	const now = new Date();
	const seconds = await countProblemTellingAttempt(visitorMessage, person, now);
	if (seconds > 0) return contributionResponder.refuse('too-often', seconds);
	const result = await storeToldProblem(database(), visitorMessage, person, now);
	return result.kind === 'told' ? contributionResponder.answer(result) : contributionResponder.refuse(result.reason);
};
