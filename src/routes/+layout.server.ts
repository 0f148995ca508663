import { isHttpsRequest, browserSessionCookieName } from '#lib/server/auth/auth-library.ts';
import { OFFLINE_COPY_HEADER } from '#lib/offline/worker-messages.ts';
import type { LayoutServerLoad } from './$types';

/** `lasting`: the session outlasts the browser window. `kept`: the page is rendered without a person, to be kept for offline use. */
export const load: LayoutServerLoad = ({ locals, cookies, request, url, untrack }) => ({
	person: locals.person,
	lasting: cookies.get(browserSessionCookieName(untrack(() => isHttpsRequest(url)))) === undefined,
	kept: request.headers.has(OFFLINE_COPY_HEADER)
});
