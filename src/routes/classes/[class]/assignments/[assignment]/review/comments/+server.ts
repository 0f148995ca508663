import { json } from '@sveltejs/kit';
import { LARGEST_REUSABLE, parseReusableWish } from '#lib/domain/reusable-comment.ts';
import { demandAssignment } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { fromHere, readJson } from '#lib/server/http/json-body.ts';
import { refuse } from '#lib/server/reviews/respond.ts';
import { keepReusable, removeReusable, reusableCommentsOf, useReusable } from '#lib/server/reviews/reusable.ts';
import type { RequestHandler } from './$types';

/** Keeps, uses or removes a reusable sentence and returns the teacher's sentences. */
export const POST: RequestHandler = async (event) => {
	if (!fromHere(event.request.headers, event.url.origin)) return refuse('other-site');
	if (event.locals.person === null) return refuse('signed-out');
	const { person } = await demandAssignment(event, 'review.write');
	const body = await readJson(event.request, LARGEST_REUSABLE);
	if (body.kind === 'refused') return refuse(body.reason);
	const wish = parseReusableWish(body.value);
	if (wish === undefined) return refuse('malformed');
	if (wish.kind === 'keep') await keepReusable(database(), person.id, wish.text);
	else if (wish.kind === 'use') await useReusable(database(), person.id, wish.id);
	else await removeReusable(database(), person.id, wish.id);
	return json(await reusableCommentsOf(database(), person.id), { headers: { 'cache-control': 'no-store' } });
};
