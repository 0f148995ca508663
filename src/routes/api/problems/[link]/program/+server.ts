/** Serves the compiled program of the version shown to a contributor, to anyone who has the private link. */
import { demandAccess } from '#lib/server/access/index.ts';
import { findProblemOfLink } from '#lib/server/contributions/told-problem.ts';
import { database } from '#lib/server/db/index.ts';
import { findShownProgram } from '#lib/server/studio/demo/demos.ts';
import type { RequestHandler } from './$types';

/** Returns the program. `hash` names the version on the page; 404 when that version is no longer the shown one. */
export const GET: RequestHandler = async (event) => {
	const person = demandAccess(event, 'problem.follow');
	const followed = await findProblemOfLink(database(), event.params.link, person?.id);
	const hash = event.url.searchParams.get('hash');
	const program = followed && hash !== null ? await findShownProgram(database(), followed, hash) : undefined;
	return new Response(program ?? null, {
		status: program === undefined ? 404 : 200,
		// Served as plain text, so that the program never runs as a script of the app.
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
};
