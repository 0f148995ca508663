import { isSecure, untilClosingCookie } from '#lib/server/auth/library.ts';
import { KEEPING } from '#lib/offline/worker-messages.ts';
import type { LayoutServerLoad } from './$types';

/**
 * Every page says who is at work, whether for longer than until the browser is closed, and whether it was drawn for nobody, to be
 * kept for when the network is away.
 */
export const load: LayoutServerLoad = ({ locals, cookies, request, url, untrack }) => ({
	person: locals.person,
	lasting: cookies.get(untilClosingCookie(untrack(() => isSecure(url)))) === undefined,
	kept: request.headers.has(KEEPING)
});
