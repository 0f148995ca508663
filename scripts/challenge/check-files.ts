/** Finds those of the author's files on which the given check files depend. */
import type { Files } from '#sandbox/contract.ts';

const CHECKS_FOLDER = 'checks/';
const IMPORT_PATTERN = /\b(?:from|import)\s*\(?\s*(['"`])([^'"`]+)\1/g;

/**
 * Returns the data, the given checks and all check files that these import. A verdict depends on no other file, so it stays valid
 * when others change. May return too many files, because an import counts for every check file of that name.
 */
export function selectFilesThatChecksNeed(files: Files, checks: readonly string[]): Files {
	const checkFolderPaths = Object.keys(files).filter((path) => path.startsWith(CHECKS_FOLDER));
	const neededPaths = new Set(Object.keys(files).filter((path) => !path.startsWith(CHECKS_FOLDER)));
	const pathsToRead = [...checks];
	for (let path = pathsToRead.pop(); path !== undefined; path = pathsToRead.pop()) {
		if (neededPaths.has(path)) continue;
		neededPaths.add(path);
		const importedNames = [...(files[path] ?? '').matchAll(IMPORT_PATTERN)].map(([, , specifier = '']) =>
			fileNameWithoutEnding(specifier)
		);
		pathsToRead.push(...checkFolderPaths.filter((other) => importedNames.includes(fileNameWithoutEnding(other))));
	}
	return Object.fromEntries(Object.entries(files).filter(([path]) => neededPaths.has(path)));
}

/** Returns the last part of a path, without its extension. */
function fileNameWithoutEnding(path: string): string {
	return (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
}
