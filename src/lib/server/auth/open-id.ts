/** Signing in at a provider of the school's own, where one is configured. Who comes the first time is an applicant. */
import { environment } from '../environment.ts';
import { applyCookies, cookieHeaders } from './cookies.ts';
import { isSecure, library, PROVIDER } from './library.ts';
import type { Visit } from './visit.ts';

export const hasOpenId = (): boolean => environment().openId !== undefined;

/** The provider's address to go to. `to` and `back` are paths here: after signing in, and when it failed. */
export async function openIdAddress(event: Visit, to: string, back: string): Promise<string | undefined> {
	const { headers, response } = await library(isSecure(event.url)).api.signInSocial({
		body: { provider: PROVIDER, callbackURL: to, errorCallbackURL: back, disableRedirect: true },
		headers: cookieHeaders(event.request),
		returnHeaders: true
	});
	applyCookies(event.cookies, headers);
	return response.url;
}

/** The provider sends someone back. The library checks all of it and answers with a redirect. */
export function openIdCallback({ url, request }: Visit): Promise<Response> {
	return library(isSecure(url)).handler(new Request(url, { headers: cookieHeaders(request) }));
}
