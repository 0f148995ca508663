/** Gives a student what the teller of the problem answers their class, with the name allowed at this moment. */
import { permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { findPassedAnswer } from '#lib/server/debates/teller-answers.ts';
import { checkApiRequest, syncResponder } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, syncResponder, permitAssignedStudent('debate.take-part'));
	if (request instanceof Response) return request;
	return syncResponder.answer({ kind: 'answer', answer: await findPassedAnswer(database(), request.assignment.id) });
};
