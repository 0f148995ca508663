import type { Handle } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';

/** Addresses that have no language: endpoints for machines, and files. */
const PATH_WITHOUT_LANGUAGE_PATTERN = /^\/healthz$|^\/(?:machine|api|openid)\/|\.[a-z0-9]+$/i;

export const handleLanguage: Handle = ({ event, resolve }) => {
	const { url, request, cookies } = event;
	if (PATH_WITHOUT_LANGUAGE_PATTERN.test(url.pathname)) return resolve(event);
	if (!/^\/(?:fr|en)(?:\/|$)/.test(url.pathname)) {
		if (request.method !== 'GET' && request.method !== 'HEAD') return resolve(event);
		const languagePrefix = findPreferredLanguage(request.headers.get('accept-language'));
		const location = `/${languagePrefix}${url.pathname === '/' ? '' : url.pathname}${url.search}`;
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

/** Returns the supported language that the header prefers, or French, the product's first language. */
export function findPreferredLanguage(header: string | null): Language {
	const wishedLanguages = (header ?? '')
		.split(',')
		.map((part) => part.trim().toLowerCase().split(';'))
		.map(([tag = '', ...parameters]) => ({ tag, weight: readLanguageWeight(parameters) }))
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight);
	for (const { tag } of wishedLanguages) {
		const language = LANGUAGES.find((candidate) => tag === candidate || tag.startsWith(`${candidate}-`));
		if (language) return language;
	}
	return 'fr';
}

function readLanguageWeight(parameters: string[]): number {
	const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
	const weight = quality === undefined ? 1 : Number(quality.slice(2));
	return Number.isFinite(weight) ? weight : 0;
}
