import type { Assignment } from '#lib/domain/assignment.ts';
import type { Person } from '#lib/domain/access.ts';
import { handInApi, LARGEST_HAND_IN_REQUEST_BYTES, parseSentHandIn } from '#lib/wire/hand-in.ts';
import { type AssignedMember, permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { countAttempt, attemptKey, HAND_IN_LIMIT } from '#lib/server/rate-limit/attempts.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, checkApiRequest, handInResponder } from '#lib/server/http/api.ts';
import { pagesInProgress } from '#lib/server/http/pages-in-progress.ts';
import { logFailure } from '#lib/server/log/index.ts';
import { ConcurrencyLimiter } from '#lib/server/concurrency-limiter.ts';
import { handIn, type EnqueueForJudging } from '#lib/server/submissions/hand-in.ts';
import { wakeDispatcher } from '#lib/server/submissions/judging-process.ts';
import { listOwnSubmissionViews } from '#lib/server/reviews/submission-view.ts';
import { enqueueSubmission } from '#lib/server/submissions/verdict-queue.ts';
import type { RequestHandler } from './$types';

/** Runs one hand-in at a time, so that pages and verdicts do not wait for a whole class; more would not be faster. */
const handInLimiter = new ConcurrencyLimiter(1);
/** Most milliseconds that a hand-in waits for queries of pages. On PGlite, each of these would wait for the whole hand-in. */
const MOST_WAIT_FOR_PAGES_MS = 100;
/**
 * Most queued hand-ins, a class's worth, for which a hand-in still waits for pages. With more in the queue none waits: otherwise
 * the last hand-in would be answered after its browser has stopped waiting.
 */
const MOST_HAND_INS_WAITING_FOR_PAGES = 40;

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, handInResponder, permitAssignedStudent('submission.read'));
	if (request instanceof Response) return request;
	const { assignment, person, member } = request;
	const hashOnPage = event.url.searchParams.get('challenge');
	return handInResponder.answer(await createOwnSubmissionsAnswer(person, member, assignment, hashOnPage));
};

export const POST: RequestHandler = async (event) => {
	const now = new Date();
	const permit = permitAssignedStudent('submission.hand-in', now);
	const request = await readApiMessage(
		event,
		handInResponder,
		// Only the permission check runs in the limiter, not the reading of the body, which may arrive slowly.
		(person, refuse) => handInLimiter.run(() => permit(person, refuse, event)),
		{ largestBytes: LARGEST_HAND_IN_REQUEST_BYTES, parse: parseSentHandIn }
	);
	if (request instanceof Response) return request;
	const { assignment, person, member, body } = request;
	if ((await countAttempt(attemptKey('hand-in', person.id), HAND_IN_LIMIT)) > 0)
		return handInResponder.refuse('too-often');
	const enqueueHandInForJudging: EnqueueForJudging = (submissionId, challengeHash, within) =>
		enqueueSubmission(within, { submissionId, challengeHash }, person.id);
	const outcome = await handInLimiter.run(async () => {
		if (handInLimiter.waitingCount <= MOST_HAND_INS_WAITING_FOR_PAGES)
			await pagesInProgress.waitUntilDone(MOST_WAIT_FOR_PAGES_MS);
		return handIn(database(), person.id, assignment.id, body, enqueueHandInForJudging, now);
	});
	if (outcome.kind === 'refused') return handInResponder.refuse(outcome.reason);
	const { submission, toJudge } = outcome;
	if (toJudge !== null) wakeDispatcher();
	// Answer with the submissions, which the browser would request next: that would take longer than this query.
	const ownSubmissions = await createOwnSubmissionsAnswer(person, member, assignment).catch((error: unknown) =>
		logFailure('request.failed', error)
	);
	return handInResponder.answer({ kind: 'handed-in', submission, ownSubmissions });
};

/** `hashOnPage`: hash of the challenge version that the page still has; null for the assigned version. */
async function createOwnSubmissionsAnswer(
	person: Person,
	member: AssignedMember,
	{ id, subject }: Assignment,
	hashOnPage: string | null = null
) {
	const challengeHash = subject.kind === 'challenge' ? (hashOnPage ?? subject.hash) : null;
	const submissions = await listOwnSubmissionViews(database(), person.id, member.id, { id, challengeHash });
	return { format: handInApi.format, kind: 'submissions', submissions };
}
