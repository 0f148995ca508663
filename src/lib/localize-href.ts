/** Puts the code of a language, such as `fr`, in front of a page's path. */
import { getLocale, locales, type Locale } from './paraglide/runtime.js';

const LANGUAGE_PREFIX_PATTERN = new RegExp(String.raw`^/(?:${locales.join('|')})(?=[/?#]|$)`);

/**
 * Returns a path of this site in a language, by default the page's own. Replaces Paraglide's function of the same name, which
 * compiles its patterns again for each link: that took nine tenths of the time to render a page with many links.
 */
export function localizeHref(path: string, { locale = getLocale() }: { locale?: Locale } = {}): string {
	return `/${locale}${path.replace(LANGUAGE_PREFIX_PATTERN, '')}`;
}
