/** Recognises the library that a page asks for. */

export type LibraryName = 'p5';

/** Matches p5 at any address, because a page that comes from elsewhere names a server that Braise does not let it reach. */
const P5_SCRIPT = /<script\b[^>]*\bsrc\s*=\s*["']?[^"'>\s]*\bp5(?:@[\d.]+)?(?:\.min)?\.js\b/i;

/** Returns the library that a document loads by a `<script>`, or null. */
export function libraryOf(html: string): LibraryName | null {
	return P5_SCRIPT.test(html) ? 'p5' : null;
}
