import { LARGEST_REVIEW_REQUEST_BYTES, parseSentReview, reviewApi } from '#lib/wire/review.ts';
import { isId } from '#lib/domain/identity.ts';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, reviewResponder } from '#lib/server/http/api.ts';
import { findSubmissionForReview, reviewQueueOfAssignment } from '#lib/server/reviews/review-queue.ts';
import { saveReview } from '#lib/server/reviews/save-review.ts';
import type { RequestHandler } from './$types';

/** Returns the present queue and submission, to refresh an open page; 404 with only the queue when the submission is gone. */
export const GET: RequestHandler = async (event) => {
	const { assignment } = await demandAssignmentAccess(event, 'review.write');
	const { submission } = event.params;
	const piece = isId(submission) ? await findSubmissionForReview(database(), assignment, submission) : undefined;
	const queue = await reviewQueueOfAssignment(database(), assignment);
	if (!piece) return reviewResponder.answer({ kind: 'refused', reason: 'absent', queue }, reviewApi.statuses.absent);
	return reviewResponder.answer({ kind: 'piece', piece, queue });
};

export const PUT: RequestHandler = async (event) => {
	const request = await readApiMessage(event, reviewResponder, () => demandAssignmentAccess(event, 'review.write'), {
		largestBytes: LARGEST_REVIEW_REQUEST_BYTES,
		parse: parseSentReview
	});
	if (request instanceof Response) return request;
	const { assignment, person, body } = request;
	const { submission } = event.params;
	if (!isId(submission)) return reviewResponder.refuse('absent');
	const { revision, text, move } = body;
	const writing = { assignmentId: assignment.id, submissionId: submission, reviewer: person.id };
	const saveResult = await saveReview(database(), { ...writing, revision, text, move });
	return saveResult.kind === 'refused' ? reviewResponder.refuse(saveResult.reason) : reviewResponder.answer(saveResult);
};
