/** Lists a student's submissions and takes hand-ins. */
import { LARGEST_HAND_IN, parseHandIn } from '#lib/domain/hand-in.ts';
import { askedAsMember } from '#lib/server/assignments/require-assignment.ts';
import { attempt, attemptKey, HANDING_IN } from '#lib/server/rate-limit/attempts.ts';
import { database } from '#lib/server/db/index.ts';
import { readJson } from '#lib/server/http/json-body.ts';
import { Limiter } from '#lib/server/concurrency-limiter.ts';
import { answer, refuse } from '#lib/server/submissions/api.ts';
import { handIn, type Enqueue } from '#lib/server/submissions/hand-in.ts';
import { judgeSoon } from '#lib/server/submissions/job.ts';
import { submissionViews } from '#lib/server/submissions/submission-view.ts';
import { waitForVerdict } from '#lib/server/submissions/verdict-queue.ts';
import type { RequestHandler } from './$types';

/** Limits simultaneous hand-ins, so that other pages do not wait behind a whole class; more would not be faster. */
const handIns = new Limiter(2);

export const GET: RequestHandler = async (event) => {
	const asking = await askedAsMember(event, 'submission.read', new Date());
	if (asking.kind === 'refused') return asking.answer;
	const { assignment, person, member } = asking;
	const submissions = await submissionViews(database(), person.id, member.id, assignment);
	return answer({ kind: 'submissions', submissions });
};

export const POST: RequestHandler = async (event) => {
	const now = new Date();
	// Release the place before reading the body, which may come slowly.
	const asking = await handIns.run(() => askedAsMember(event, 'submission.hand-in', now));
	if (asking.kind === 'refused') return asking.answer;
	const { assignment, person } = asking;
	const body = await readJson(event.request, LARGEST_HAND_IN);
	if (body.kind === 'refused') return refuse(body.reason);
	const sent = parseHandIn(body.value);
	if (sent === undefined) return refuse('malformed');
	if (sent.account !== person.id) return refuse('other-person');
	if ((await attempt(attemptKey('hand-in', person.id), HANDING_IN)) > 0) return refuse('too-often');
	const enqueue: Enqueue = (submissionId, challengeHash, within) =>
		waitForVerdict(within, { submissionId, challengeHash }, person.id);
	const outcome = await handIns.run(() => handIn(database(), person.id, assignment.id, sent, enqueue, now));
	if (outcome.kind === 'refused') return refuse(outcome.reason);
	const { submission, toJudge } = outcome;
	if (toJudge !== null) judgeSoon();
	return answer({ kind: 'handed-in', submission });
};
