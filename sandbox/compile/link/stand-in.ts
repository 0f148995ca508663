/** Writes stand-ins: modules that export the names of a file, in its place. */
import type { ExportOrigin } from './export-origins.ts';

/** Prefix by which stand-ins and compiled code require a file. */
export const FILE_IMPORT_PREFIX = 'file:';
/** Prefixes of a stand-in's other imports: its own file without names, another stand-in, types, and ambiguous names. */
export const STAND_IN_IMPORT_PREFIX = 'side:';
export const STAND_IN_PREFIX = 'names:';
const TYPES_IMPORT_NAME = 'nothing:types';
const AMBIGUOUS_NAMES_PREFIX = 'twice:';

/**
 * Returns the text of a module that exports the names of a file and evaluates the file. With it, esbuild itself checks and links
 * imports of the file. Each name is taken from the file that declares it, as in a bundle.
 */
export function writeStandIn(path: string, origins: ReadonlyMap<string, ExportOrigin>): string {
	const lines = new Map<string, string[]>();
	const addExport = (from: string, name: string, as: string) => {
		const names = lines.get(from) ?? [];
		names.push(name === as ? name : `${name} as ${as}`);
		lines.set(from, names);
	};
	const twice: string[] = [];
	for (const [name, origin] of [...origins].sort(([one], [other]) => (one < other ? -1 : 1))) {
		if (origin === 'ambiguous') twice.push(name);
		else if (origin === 'type') addExport(TYPES_IMPORT_NAME, name, name);
		else if (origin !== 'absent')
			addExport((origin.path === path ? FILE_IMPORT_PREFIX : STAND_IN_PREFIX) + origin.path, origin.name, name);
	}
	const text: string[] = [];
	// The file itself comes before the files whose names it exports, because it may evaluate other files before those.
	if (lines.size !== 1 || !lines.has(FILE_IMPORT_PREFIX + path))
		text.push(`import ${quoteSpecifier(STAND_IN_IMPORT_PREFIX + path)};`);
	for (const [from, names] of lines) text.push(`export { ${names.join(', ')} } from ${quoteSpecifier(from)};`);
	for (const side of twice.length > 0 ? [0, 1] : []) {
		text.push(`export * from ${quoteSpecifier(`${AMBIGUOUS_NAMES_PREFIX}${JSON.stringify([side, ...twice])}`)};`);
	}
	return text.join('\n');
}

/**
 * Returns the text of a module with the given names. The stand-in exports everything from two such modules, which makes each name
 * ambiguous.
 */
export function writeAmbiguousNamesModule(list: string): string {
	const [, ...names] = JSON.parse(list) as [number, ...string[]];
	return `let one;\nexport { ${names.map((name) => `one as ${name}`).join(', ')} };`;
}

const quoteSpecifier = (text: string): string => JSON.stringify(text);
