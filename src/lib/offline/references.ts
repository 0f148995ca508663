/** What a page, a script or a style names of our files: what is needed once it is there. */

const IN_TEXT =
	/["'`(<](\/_app\/immutable\/[\w./~-]+|\/challenges\/[\w-]+\/[\w-]+\/[\w.-]+|\.{1,2}\/[\w./~-]+\.(?:js|css|woff2|ttf))["'`)>]/g;
/** Names that a build writes end on what they hold. Programs name other files in their texts, which are nowhere. */
const BUILT =
	/^\/_app\/immutable\/(?:chunks|workers\/chunks)\/[\w-]+\.js$|^\/_app\/immutable\/[\w./~-]*[.-][\w-]{8}\.\w+$/;
/** Names every page of the app. */
const EVERY_PAGE = /^\/_app\/immutable\/entry\/app\./;
const PART = /^\/challenges\//;

/** `path`: where the text stands. */
export function referencesIn(text: string, path: string): string[] {
	if (EVERY_PAGE.test(path)) return [];
	const found = new Set<string>();
	for (const [, name = ''] of text.matchAll(IN_TEXT)) {
		const { pathname } = new URL(name, `http://here.invalid${path}`);
		if (BUILT.test(pathname) || PART.test(pathname)) found.add(pathname);
	}
	found.delete(path);
	return [...found];
}
