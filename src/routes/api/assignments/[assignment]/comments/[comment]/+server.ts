import { parseMark } from '#lib/domain/own-submission.ts';
import { isId } from '#lib/domain/sync.ts';
import { asMember } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { apiMessage, handInReply } from '#lib/server/http/api.ts';
import { markDone } from '#lib/server/reviews/mark-done.ts';
import type { RequestHandler } from './$types';

const LARGEST_BYTES = 500;

export const PUT: RequestHandler = async (event) => {
	const { comment } = event.params;
	const request = await apiMessage(event, handInReply, asMember('review.answer'), {
		largestBytes: LARGEST_BYTES,
		parse: (input) => (isId(comment) ? parseMark(input) : undefined)
	});
	if (request instanceof Response) return request;
	const { person, assignment, sent } = request;
	const marked = await markDone(database(), person.id, assignment.id, comment, sent.done);
	return marked ? handInReply.answer({ kind: 'marked', done: sent.done }) : handInReply.refuse('absent');
};
