/** The library answers with Set-Cookie lines; SvelteKit wants to be told. */
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import type { Visit } from './visit.ts';

/** All that the library gets of a request: no address and no browser's name. */
export const cookieHeaders = (request: Request): Headers =>
	new Headers({ cookie: request.headers.get('cookie') ?? '' });

export function applyCookies(cookies: Visit['cookies'], headers: Headers): void {
	for (const line of headers.getSetCookie()) {
		for (const [name, attributes] of parseSetCookieHeader(line)) {
			const { path = '/', secure = false, ...options } = toCookieOptions(attributes);
			cookies.set(name, attributes.value, { ...defined(options), path, secure });
		}
	}
}

function defined<T extends object>(options: T) {
	return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
