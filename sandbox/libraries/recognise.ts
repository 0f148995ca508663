/** Recognises the libraries that a page asks for. */

const LIBRARY_NAMES = ['p5', 'chart', 'matter', 'tone'] as const;
export type LibraryName = (typeof LIBRARY_NAMES)[number];

const SCRIPT_ADDRESS_PATTERN = /<script\b[^>]*\bsrc\s*=\s*["']?([^"'>\s]+)/gi;
/** Matches a library at any address, because a page that comes from elsewhere names a server that Braise does not let it reach. */
const LIBRARY_FILE_PATTERN = /(?:^|\/)(p5|chart|matter|tone)(?:\.umd)?(?:\.min)?\.js(?:@[\d.]+)?(?:[?#].*)?$/i;
/** A package's own address, which names no file. */
const PACKAGE_ADDRESS_PATTERN = /\/(p5|chart\.js|matter-js|tone)(?:@[\d.]+)?$/i;

const isLibraryName = (name: string): name is LibraryName => LIBRARY_NAMES.some((known) => known === name);

/** Returns the libraries that a document loads by `<script>`, each once, in the order of the document. */
export function librariesOf(html: string): LibraryName[] {
	const candidateNames = [...html.matchAll(SCRIPT_ADDRESS_PATTERN)].map(([, address = '']) => {
		const name = LIBRARY_FILE_PATTERN.exec(address)?.[1] ?? PACKAGE_ADDRESS_PATTERN.exec(address)?.[1] ?? '';
		return name.toLowerCase().replace(/[.-]js$/, '');
	});
	return [...new Set(candidateNames)].filter(isLibraryName);
}
