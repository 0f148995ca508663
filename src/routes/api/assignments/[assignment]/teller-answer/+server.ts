/** Returns the contributor's answer to a student's class, with the name that the contributor allows at present. */
import { permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { findAnswerPassedToClass } from '#lib/server/debates/contributor-answers.ts';
import { checkApiRequest, syncResponder } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, syncResponder, permitAssignedStudent('debate.take-part'));
	if (request instanceof Response) return request;
	return syncResponder.answer({
		kind: 'answer',
		answer: await findAnswerPassedToClass(database(), request.assignment.id)
	});
};
