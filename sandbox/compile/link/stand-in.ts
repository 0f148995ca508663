/** Finds out which names a file exports, and writes them as a module that stands for the file. */
import type { Outline } from './file-exports.ts';

export interface KnownFiles {
	/** Undefined while the file has not been compiled. */
	outlineOf(path: string): Outline | undefined;
	/** Returns the file that an import means, if its names are fixed before it runs. */
	fixedFile(specifier: string, importer: string): string | undefined;
	isTyped(path: string): boolean;
}

/** Where a name comes from. `type`: TypeScript may export again what is only a type. */
type Origin = { path: string; name: string } | 'absent' | 'type' | 'ambiguous';

/** The names are only known when the program runs, or once another file is compiled. */
class OpenNames extends Error {}

/** Begins a request for a file, in compiled code too. */
export const OWN = 'file:';
/** Begin requests, inside a stand-in, for its file without names, for another stand-in, for types, and for ambiguous names. */
export const SIDE = 'side:';
export const NAMES = 'names:';
const NOTHING = 'nothing:types';
const TWICE = 'twice:';

/**
 * Returns the text of a module that exports the names of a file and evaluates it, so that esbuild itself checks and links imports
 * of the file; undefined if the names are open. Names point to the file that declares them, as they do in a bundle.
 */
export function standIn(path: string, files: KnownFiles): string | undefined {
	const outline = files.outlineOf(path);
	if (outline?.isModule !== true) return undefined;
	try {
		const found = new Map([...namesOf(path, files)].map((name) => [name, originOf(path, name, files, new Set())]));
		return written(path, found);
	} catch (error) {
		if (error instanceof OpenNames) return undefined;
		throw error;
	}
}

function written(path: string, found: Map<string, Origin>): string {
	const lines = new Map<string, string[]>();
	const add = (from: string, name: string, as: string) => {
		const names = lines.get(from) ?? [];
		names.push(name === as ? name : `${name} as ${as}`);
		lines.set(from, names);
	};
	const twice: string[] = [];
	for (const [name, origin] of [...found].sort(([one], [other]) => (one < other ? -1 : 1))) {
		if (origin === 'ambiguous') twice.push(name);
		else if (origin === 'type') add(NOTHING, name, name);
		else if (origin !== 'absent') add((origin.path === path ? OWN : NAMES) + origin.path, origin.name, name);
	}
	const text: string[] = [];
	// Evaluate the file before those whose names it exports, because they may not be the first that it imports.
	if (lines.size !== 1 || !lines.has(OWN + path)) text.push(`import ${quoted(SIDE + path)};`);
	for (const [from, names] of lines) text.push(`export { ${names.join(', ')} } from ${quoted(from)};`);
	for (const side of twice.length > 0 ? [0, 1] : []) {
		text.push(`export * from ${quoted(`${TWICE}${JSON.stringify([side, ...twice])}`)};`);
	}
	return text.join('\n');
}

/** Returns one of the two modules that give the same names, so that each name is ambiguous. */
export function twiceText(list: string): string {
	const [, ...names] = JSON.parse(list) as [number, ...string[]];
	return `let one;\nexport { ${names.map((name) => `one as ${name}`).join(', ')} };`;
}

function namesOf(path: string, files: KnownFiles, seen = new Set<string>()): Set<string> {
	const names = new Set<string>();
	if (seen.has(path)) return names;
	seen.add(path);
	const { own, again, stars } = fixed(path, files);
	for (const name of [...own, ...again.keys()]) names.add(name);
	for (const specifier of stars) {
		const target = files.fixedFile(specifier, path);
		if (target === undefined) throw new OpenNames();
		for (const name of namesOf(target, files, seen)) if (name !== 'default') names.add(name);
	}
	return names;
}

/** Resolves a name as ECMAScript does (ResolveExport). */
function originOf(path: string, name: string, files: KnownFiles, seen: Set<string>): Origin {
	const asked = JSON.stringify([path, name]);
	if (seen.has(asked)) return 'absent';
	seen.add(asked);
	const { own, again, stars } = fixed(path, files);
	if (own.has(name)) return { path, name };
	const imported = again.get(name);
	if (imported !== undefined) {
		const target = files.fixedFile(imported.specifier, path);
		if (target === undefined) return { path, name };
		const origin = originOf(target, imported.name, files, seen);
		return origin === 'absent' && files.isTyped(path) ? 'type' : origin;
	}
	if (name === 'default') return 'absent';
	let found: Origin = 'absent';
	for (const specifier of stars) {
		const target = files.fixedFile(specifier, path);
		if (target === undefined) throw new OpenNames();
		const origin = originOf(target, name, files, seen);
		if (origin === 'absent' || origin === 'type') continue;
		if (origin === 'ambiguous') return origin;
		if (typeof found === 'object' && (found.path !== origin.path || found.name !== origin.name)) return 'ambiguous';
		found = origin;
	}
	return found;
}

function fixed(path: string, files: KnownFiles): Outline {
	const outline = files.outlineOf(path);
	if (outline === undefined) throw new OpenNames();
	return outline;
}

const quoted = (text: string): string => JSON.stringify(text);
