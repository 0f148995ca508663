/** Recognises the libraries that a page asks for. */

const LIBRARY_NAMES = ['p5', 'chart', 'matter', 'tone'] as const;
export type LibraryName = (typeof LIBRARY_NAMES)[number];

const SCRIPT_ADDRESS_PATTERN = /<script\b[^>]*\bsrc\s*=\s*["']?([^"'>\s]+)/gi;
/** Matches a library's file at any address, because an imported page names a server that Braise does not let pages reach. */
const LIBRARY_FILE_PATTERN = /(?:^|\/)(p5|chart|matter|tone)(?:\.umd)?(?:\.min)?\.js(?:@[\d.]+)?(?:[?#].*)?$/i;
/** Matches the address of a package as a whole, without a file in it. */
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
