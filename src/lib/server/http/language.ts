/** Serves addresses with a language, /fr/… and /en/…, and redirects those without one. */
import type { Handle } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { preferredLanguage } from './accept-language.ts';

/** Addresses without a language: endpoints for machines, and files. */
const WITHOUT_LANGUAGE = /^\/healthz$|^\/(?:machine|api|openid)\/|\.[a-z0-9]+$/i;

export const language: Handle = ({ event, resolve }) => {
	const { url, request, cookies } = event;
	if (WITHOUT_LANGUAGE.test(url.pathname)) return resolve(event);
	if (!/^\/(?:fr|en)(?:\/|$)/.test(url.pathname)) {
		if (request.method !== 'GET' && request.method !== 'HEAD') return resolve(event);
		const prefix = preferredLanguage(request.headers.get('accept-language'));
		const location = `/${prefix}${url.pathname === '/' ? '' : url.pathname}${url.search}`;
		return new Response(null, {
			status: 307,
			headers: { location, vary: 'Accept-Language', 'cache-control': 'no-store' }
		});
	}
	const theme = cookies.get('theme');
	return paraglideMiddleware(request, ({ locale }) =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%theme%', theme === 'light' || theme === 'dark' ? theme : '')
					.replace('%incomplete%', m.page_incomplete({}, { locale }))
					.replace('%reload%', m.page_reload({}, { locale }))
		})
	);
};
