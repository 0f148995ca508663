import { parseSentCommentDoneMark } from '#lib/wire/own-submission.ts';
import { isId } from '#lib/domain/identity.ts';
import { permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, handInResponder } from '#lib/server/http/api.ts';
import { markCommentDone } from '#lib/server/reviews/reusable-comments.ts';
import type { RequestHandler } from './$types';

const LARGEST_REQUEST_BYTES = 500;

export const PUT: RequestHandler = async (event) => {
	const { comment } = event.params;
	const request = await readApiMessage(event, handInResponder, permitAssignedStudent('review.answer'), {
		largestBytes: LARGEST_REQUEST_BYTES,
		parse: (input) => (isId(comment) ? parseSentCommentDoneMark(input) : undefined)
	});
	if (request instanceof Response) return request;
	const { person, assignment, body } = request;
	const isMarked = await markCommentDone(database(), person.id, assignment.id, comment, body.done);
	return isMarked ? handInResponder.answer({ kind: 'marked', done: body.done }) : handInResponder.refuse('absent');
};
