/** Gives the compiled program of a shown version to whoever has the private link. */
import { demandAccess } from '#lib/server/access/index.ts';
import { findFollowed } from '#lib/server/contributions/follow.ts';
import { database } from '#lib/server/db/index.ts';
import { findShowing } from '#lib/server/studio/showing/showings.ts';
import type { RequestHandler } from './$types';

/** `hash`: of the version that the page shows, so that no other one plays there. */
export const GET: RequestHandler = async (event) => {
	const person = demandAccess(event, 'problem.follow');
	const followed = await findFollowed(database(), event.params.link, person?.id);
	const shown = followed && (await findShowing(database(), followed));
	const isAsked = shown !== undefined && shown.hash === event.url.searchParams.get('hash');
	return new Response(isAsked ? shown.program : null, {
		status: isAsked ? 200 : 404,
		// As text, so that it never runs as a script of the app.
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
};
