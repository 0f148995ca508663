import { isId } from '#lib/domain/identity.ts';
import { permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { countAttempt, attemptKey, HAND_IN_LIMIT } from '#lib/server/rate-limit/attempts.ts';
import { database } from '#lib/server/db/index.ts';
import { checkApiRequest, handInResponder } from '#lib/server/http/api.ts';
import { findOwnSubmission } from '#lib/server/submissions/submission-queries.ts';
import { takeBackSubmission } from '#lib/server/submissions/take-back.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, handInResponder, permitAssignedStudent('submission.read'));
	if (request instanceof Response) return request;
	const { submission: id } = event.params;
	const submission = isId(id) && (await findOwnSubmission(database(), request.person.id, request.assignment.id, id));
	return submission
		? handInResponder.answer({ kind: 'frozen', files: submission.files })
		: handInResponder.refuse('absent');
};

/** Takes a submission back. A submission that has not arrived yet can then not be handed in any more. */
export const DELETE: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, handInResponder, permitAssignedStudent('submission.hand-in'));
	if (request instanceof Response) return request;
	const { submission: id } = event.params;
	if (!isId(id)) return handInResponder.refuse('malformed');
	if ((await countAttempt(attemptKey('hand-in', request.person.id), HAND_IN_LIMIT)) > 0)
		return handInResponder.refuse('too-often');
	const outcome = await takeBackSubmission(database(), request.person.id, request.assignment.id, id);
	return outcome.kind === 'refused'
		? handInResponder.refuse(outcome.reason)
		: handInResponder.answer({ kind: 'taken-back' });
};
