/** Where to go afterwards: a path of this app, never another site's address. */
export function localPath(text: string | null, otherwise: string): string {
	if (text === null || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, 'http://here.invalid')) return otherwise;
	const url = new URL(text, 'http://here.invalid');
	// What goes up or stays (`/.//other`) begins with two slashes once it is read, and then names a host.
	const isHere = url.origin === 'http://here.invalid' && !url.pathname.startsWith('//');
	return isHere ? url.pathname + url.search : otherwise;
}
