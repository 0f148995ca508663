import { environment } from '#lib/server/environment.ts';
import { applySetCookieHeaders, pickCookieHeaders, type RequestParts } from './cookies.ts';
import { isHttpsRequest, authLibrary, OPEN_ID_PROVIDER_ID } from './auth-library.ts';

export const isOpenIdConfigured = (): boolean => environment().openId !== undefined;

export async function createOpenIdSignInAddress(
	event: RequestParts,
	successPath: string,
	failurePath: string
): Promise<string | undefined> {
	const { headers, response } = await authLibrary(isHttpsRequest(event.url)).api.signInSocial({
		body: {
			provider: OPEN_ID_PROVIDER_ID,
			callbackURL: successPath,
			errorCallbackURL: failurePath,
			disableRedirect: true
		},
		headers: pickCookieHeaders(event.request),
		returnHeaders: true
	});
	applySetCookieHeaders(event.cookies, headers);
	return response.url;
}

export function handleOpenIdReturn({ url, request }: RequestParts): Promise<Response> {
	return authLibrary(isHttpsRequest(url)).handler(new Request(url, { headers: pickCookieHeaders(request) }));
}
