import { json } from '@sveltejs/kit';
import { LARGEST_REUSABLE, parseReusableWish } from '#lib/wire/reusable-comment.ts';
import { demandAssignment } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { apiMessage, reviewReply } from '#lib/server/http/api.ts';
import { keepReusable, removeReusable, reusableCommentsOf, useReusable } from '#lib/server/reviews/reusable.ts';
import type { RequestHandler } from './$types';

/** Stores, counts a use of, or removes a reusable sentence, and returns all sentences of the teacher. */
export const POST: RequestHandler = async (event) => {
	const request = await apiMessage(event, reviewReply, () => demandAssignment(event, 'review.write'), {
		largestBytes: LARGEST_REUSABLE,
		parse: parseReusableWish
	});
	if (request instanceof Response) return request;
	const { person, sent: wish } = request;
	if (wish.kind === 'keep') await keepReusable(database(), person.id, wish.text);
	else if (wish.kind === 'use') await useReusable(database(), person.id, wish.id);
	else await removeReusable(database(), person.id, wish.id);
	return json(await reusableCommentsOf(database(), person.id), { headers: { 'cache-control': 'no-store' } });
};
