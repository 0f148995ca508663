/** Reads and stores a student's debate choices; each student of a pair has their own. */
import { parseSentDebateChoice } from '#lib/wire/debate.ts';
import { permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { debateChoicesOf, storeDebateChoice } from '#lib/server/debates/debate-choices.ts';
import { receiveFrequentMessage, checkApiRequest, syncResponder } from '#lib/server/http/api.ts';
import type { Person } from '#lib/domain/access.ts';
import type { RequestHandler } from './$types';

const studentIdsAtMachine = ({ id, pair }: Person): string[] => (pair === undefined ? [id] : [id, pair.other.id]);

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, syncResponder, permitAssignedStudent('debate.take-part'));
	if (request instanceof Response) return request;
	const choices = await debateChoicesOf(database(), request.assignment.id, studentIdsAtMachine(request.person));
	return syncResponder.answer({ kind: 'choices', choices });
};

export const PUT: RequestHandler = async (event) => {
	const request = await receiveFrequentMessage(event, 'debate.take-part', parseSentDebateChoice);
	if (request instanceof Response) return request;
	const { body, assignmentId, person } = request;
	if (!studentIdsAtMachine(person).includes(body.by)) return syncResponder.refuse('absent');
	const outcome = await storeDebateChoice(database(), assignmentId, body, new Date());
	return outcome === 'kept' || outcome === 'late'
		? syncResponder.answer({ kind: outcome })
		: syncResponder.refuse(outcome);
};
