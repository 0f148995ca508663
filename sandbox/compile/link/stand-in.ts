/** Writes the names that a file exports as a module that stands for the file. */
import type { Origin } from './export-origins.ts';

/** Begins a request for a file, in compiled code too. */
export const OWN = 'file:';
/** Begin requests, inside a stand-in, for its file without names, for another stand-in, for types, and for ambiguous names. */
export const SIDE = 'side:';
export const NAMES = 'names:';
const NOTHING = 'nothing:types';
const TWICE = 'twice:';

/**
 * Returns the text of a module that exports the names of a file and evaluates it, so that esbuild itself checks and links imports
 * of the file. Names point to the file that declares them, as they do in a bundle.
 */
export function standInText(path: string, origins: ReadonlyMap<string, Origin>): string {
	const lines = new Map<string, string[]>();
	const add = (from: string, name: string, as: string) => {
		const names = lines.get(from) ?? [];
		names.push(name === as ? name : `${name} as ${as}`);
		lines.set(from, names);
	};
	const twice: string[] = [];
	for (const [name, origin] of [...origins].sort(([one], [other]) => (one < other ? -1 : 1))) {
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

const quoted = (text: string): string => JSON.stringify(text);
