import { isId } from '#lib/domain/sync.ts';
import { askedAsMember } from '#lib/server/assignments/require-assignment.ts';
import { attempt, attemptKey, HANDING_IN } from '#lib/server/rate-limit/attempts.ts';
import { database } from '#lib/server/db/index.ts';
import { answer, refuse } from '#lib/server/submissions/api.ts';
import { ownSubmission } from '#lib/server/submissions/submission-queries.ts';
import { takeBack } from '#lib/server/submissions/take-back.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const asking = await askedAsMember(event, 'submission.read', new Date());
	if (asking.kind === 'refused') return asking.answer;
	const { submission: id } = event.params;
	const found = isId(id) && (await ownSubmission(database(), asking.person.id, asking.assignment.id, id));
	return found ? answer({ kind: 'frozen', files: found.files }) : refuse('absent');
};

/** Takes a submission back. One that has not arrived yet can then no longer be handed in. */
export const DELETE: RequestHandler = async (event) => {
	const asking = await askedAsMember(event, 'submission.hand-in', new Date());
	if (asking.kind === 'refused') return asking.answer;
	const { submission: id } = event.params;
	if (!isId(id)) return refuse('malformed');
	if ((await attempt(attemptKey('hand-in', asking.person.id), HANDING_IN)) > 0) return refuse('too-often');
	const outcome = await takeBack(database(), asking.person.id, asking.assignment.id, id);
	return outcome.kind === 'refused' ? refuse(outcome.reason) : answer({ kind: 'taken-back' });
};
