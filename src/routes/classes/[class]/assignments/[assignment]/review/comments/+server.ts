import { json } from '@sveltejs/kit';
import { LARGEST_COMMENT_REQUEST_BYTES, parseReusableCommentRequest } from '#lib/wire/review.ts';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, reviewResponder } from '#lib/server/http/api.ts';
import {
	storeReusableComment,
	removeReusableComment,
	reusableCommentsOf,
	recordReusableCommentUse
} from '#lib/server/reviews/reusable-comments.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const request = await readApiMessage(event, reviewResponder, () => demandAssignmentAccess(event, 'review.write'), {
		largestBytes: LARGEST_COMMENT_REQUEST_BYTES,
		parse: parseReusableCommentRequest
	});
	if (request instanceof Response) return request;
	const { person, body: commentRequest } = request;
	if (commentRequest.kind === 'keep') await storeReusableComment(database(), person.id, commentRequest.text);
	else if (commentRequest.kind === 'use') await recordReusableCommentUse(database(), person.id, commentRequest.id);
	else await removeReusableComment(database(), person.id, commentRequest.id);
	return json(await reusableCommentsOf(database(), person.id), { headers: { 'cache-control': 'no-store' } });
};
