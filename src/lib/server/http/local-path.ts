/** Where to go afterwards: a path of this app, never another site's address. */
export function localPath(text: string | null, otherwise: string): string {
	if (text === null || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, 'http://here.invalid')) return otherwise;
	const url = new URL(text, 'http://here.invalid');
	return url.origin === 'http://here.invalid' ? url.pathname + url.search : otherwise;
}
