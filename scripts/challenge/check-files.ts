/** Finds the author's files that a set of checks can read. */
import type { Files } from '#sandbox/contract.ts';

const CHECKS_FOLDER = 'checks/';
const IMPORT = /\b(?:from|import)\s*\(?\s*(['"`])([^'"`]+)\1/g;

/**
 * Returns the data, the checks and whatever these import, so that a verdict stays remembered while other checks change. Too much is
 * returned rather than too little: an import counts for every file of its name.
 */
export function filesOfChecks(files: Files, checks: readonly string[]): Files {
	const others = Object.keys(files).filter((path) => path.startsWith(CHECKS_FOLDER));
	const wanted = new Set(Object.keys(files).filter((path) => !path.startsWith(CHECKS_FOLDER)));
	const open = [...checks];
	for (let path = open.pop(); path !== undefined; path = open.pop()) {
		if (wanted.has(path)) continue;
		wanted.add(path);
		const names = [...(files[path] ?? '').matchAll(IMPORT)].map(([, , specifier = '']) => nameOf(specifier));
		open.push(...others.filter((other) => names.includes(nameOf(other))));
	}
	return Object.fromEntries(Object.entries(files).filter(([path]) => wanted.has(path)));
}

/** Returns the last part of a path without its ending. */
function nameOf(path: string): string {
	return (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
}
