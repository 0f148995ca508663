/** Returns a text that is a path of this app, else `otherwise`, so that redirects never leave the site. */
export function toLocalRedirectPath(text: string | null, otherwise: string): string {
	if (text === null || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, 'http://here.invalid')) return otherwise;
	const url = new URL(text, 'http://here.invalid');
	// A path like `/.//other` becomes `//other` when parsed, which names another host.
	const isHere = url.origin === 'http://here.invalid' && !url.pathname.startsWith('//');
	return isHere ? url.pathname + url.search : otherwise;
}
