/** Reads and saves the review of a submission. */
import { LARGEST_REVIEW, parseSentReview } from '#lib/domain/review.ts';
import { isId } from '#lib/domain/sync.ts';
import { demandAssignment } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { fromHere, readJson } from '#lib/server/http/json-body.ts';
import { pieceOf, queueOf } from '#lib/server/reviews/queue.ts';
import { answer, refuse } from '#lib/server/reviews/respond.ts';
import { saveReview } from '#lib/server/reviews/save.ts';
import type { RequestHandler } from './$types';

/** Returns the submission and the queue as they are now, for a page open for a while. */
export const GET: RequestHandler = async (event) => {
	const { assignment } = await demandAssignment(event, 'review.write');
	const { submission } = event.params;
	const piece = isId(submission) ? await pieceOf(database(), assignment, submission) : undefined;
	return piece ? answer({ kind: 'piece', piece, queue: await queueOf(database(), assignment) }) : refuse('absent');
};

export const PUT: RequestHandler = async (event) => {
	const { request, url, params } = event;
	if (!fromHere(request.headers, url.origin)) return refuse('other-site');
	if (event.locals.person === null) return refuse('signed-out');
	const { person, assignment } = await demandAssignment(event, 'review.write');
	const body = await readJson(request, LARGEST_REVIEW);
	if (body.kind === 'refused') return refuse(body.reason);
	const sent = parseSentReview(body.value);
	if (sent === undefined) return refuse('malformed');
	// A tab left open by an earlier user must not act for the current one.
	if (sent.account !== person.id) return refuse('other-person');
	if (!isId(params.submission)) return refuse('absent');
	const { revision, text, move } = sent;
	const writing = { assignmentId: assignment.id, submissionId: params.submission, reviewer: person.id };
	const saved = await saveReview(database(), { ...writing, revision, text, move });
	return saved.kind === 'refused' ? refuse(saved.reason) : answer(saved);
};
