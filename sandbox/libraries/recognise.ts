const LIBRARY_NAMES = ['p5', 'chart', 'matter', 'tone'] as const;
export type LibraryName = (typeof LIBRARY_NAMES)[number];

const SCRIPT_ADDRESS_PATTERN = /<script\b[^>]*\bsrc\s*=\s*["']?([^"'>\s]+)/gi;
/** Matches a library's file at any address, because an imported page names a server that Braise does not let pages reach. */
const LIBRARY_FILE_PATTERN =
	/(?:^|\/)(p5|chart|matter|tone)(?:-\d+\.\d+\.\d+)?(?:\.umd)?(?:\.min)?\.js(?:@[\d.]+)?(?:[?#].*)?$/i;
const PACKAGE_ADDRESS_PATTERN = /\/(p5|chart\.js|matter-js|tone)(?:@[\d.]+)?$/i;

/** Matches a version in the address of a library: that of its package, of its folder or of its file. */
const VERSION_PATTERN = /[@/-](\d+\.\d+\.\d+)(?=[/.?#]|$)/;

const isLibraryName = (name: string): name is LibraryName => LIBRARY_NAMES.some((known) => known === name);

export interface LibraryRequest {
	name: LibraryName;
	/** The version in the script's address; undefined where the address names none. */
	version: string | undefined;
}

export function libraryRequestsOf(html: string): LibraryRequest[] {
	const requests = new Map<LibraryName, LibraryRequest>();
	for (const [, address = ''] of html.matchAll(SCRIPT_ADDRESS_PATTERN)) {
		const writtenName = LIBRARY_FILE_PATTERN.exec(address)?.[1] ?? PACKAGE_ADDRESS_PATTERN.exec(address)?.[1] ?? '';
		const name = writtenName.toLowerCase().replace(/[.-]js$/, '');
		if (!isLibraryName(name) || requests.has(name)) continue;
		requests.set(name, { name, version: VERSION_PATTERN.exec(address)?.[1] });
	}
	return [...requests.values()];
}

export const libraryNamesOf = (html: string): LibraryName[] => libraryRequestsOf(html).map(({ name }) => name);
