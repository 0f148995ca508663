import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import type { Cookies } from '@sveltejs/kit';

export interface RequestParts {
	url: URL;
	request: Request;
	cookies: Pick<Cookies, 'get' | 'set'>;
	locals: App.Locals;
}

/** Returns the only request headers that the authentication library receives: no IP address, no user agent. */
export const pickCookieHeaders = (request: Request): Headers =>
	new Headers({ cookie: request.headers.get('cookie') ?? '' });

export function applySetCookieHeaders(cookies: RequestParts['cookies'], headers: Headers): void {
	for (const cookieHeader of headers.getSetCookie()) {
		for (const [name, attributes] of parseSetCookieHeader(cookieHeader)) {
			const { path = '/', secure = false, ...options } = toCookieOptions(attributes);
			cookies.set(name, attributes.value, { ...removeUndefinedOptions(options), path, secure });
		}
	}
}

function removeUndefinedOptions<T extends object>(options: T) {
	return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
