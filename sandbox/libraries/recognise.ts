/** Recognises the library that a page asks for. */

export type LibraryName = 'p5';

/** By any address: a page brought from elsewhere names a server that cannot be reached here. */
const P5_SCRIPT = /<script\b[^>]*\bsrc\s*=\s*["']?[^"'>\s]*\bp5(?:@[\d.]+)?(?:\.min)?\.js\b/i;

/** Returns the library that the text of a document asks for with a script; null without one. */
export function libraryOf(html: string): LibraryName | null {
	return P5_SCRIPT.test(html) ? 'p5' : null;
}
