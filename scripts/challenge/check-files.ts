/** Finds the author's files that some check files can read. */
import type { Files } from '#sandbox/contract.ts';

const CHECKS_FOLDER = 'checks/';
const IMPORT = /\b(?:from|import)\s*\(?\s*(['"`])([^'"`]+)\1/g;

/**
 * Returns the data, the checks and all files that these import. A verdict depends on no other file, and can be remembered while
 * others change. May return too many files, since an import counts for every file of that name.
 */
export function filesOfChecks(files: Files, checks: readonly string[]): Files {
	const others = Object.keys(files).filter((path) => path.startsWith(CHECKS_FOLDER));
	const neededPaths = new Set(Object.keys(files).filter((path) => !path.startsWith(CHECKS_FOLDER)));
	const open = [...checks];
	for (let path = open.pop(); path !== undefined; path = open.pop()) {
		if (neededPaths.has(path)) continue;
		neededPaths.add(path);
		const names = [...(files[path] ?? '').matchAll(IMPORT)].map(([, , specifier = '']) => nameOf(specifier));
		open.push(...others.filter((other) => names.includes(nameOf(other))));
	}
	return Object.fromEntries(Object.entries(files).filter(([path]) => neededPaths.has(path)));
}

/** Returns the last part of a path, without its extension. */
function nameOf(path: string): string {
	return (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
}
