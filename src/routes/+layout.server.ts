import { isHttpsRequest, browserSessionCookieName } from '#lib/server/auth/auth-library.ts';
import { OFFLINE_COPY_HEADER } from '#lib/offline/worker-messages.ts';
import type { LayoutServerLoad } from './$types';

/** `lasting`: whether the session outlasts the browser window. `kept`: whether this is a copy for offline use, without person. */
export const load: LayoutServerLoad = ({ locals, cookies, request, url, untrack }) => ({
	person: locals.person,
	lasting: cookies.get(browserSessionCookieName(untrack(() => isHttpsRequest(url)))) === undefined,
	kept: request.headers.has(OFFLINE_COPY_HEADER)
});
