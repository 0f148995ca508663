/** Removes those student files that an import of the checks could find instead of an author's file. */
import type { Files } from '../contract.ts';

const CHECKS_FOLDER = 'checks/';

/**
 * Imports may leave out the extensions `.ts`, `.js` and `.json`, so files that differ only in these have one name: an import of
 * `x.js` finds `x.ts`, or before it `x.js.ts`.
 */
const removeImportExtensions = (path: string) => path.replace(/(?:\.(?:ts|js|json))+$/, '');

export function selectStudentFiles(files: Files, authorFiles: Files): Files {
	const authorNames = new Set(Object.keys(authorFiles).map(removeImportExtensions));
	const isStudentPathHarmless = (path: string) =>
		Object.hasOwn(authorFiles, path) ||
		(!path.startsWith(CHECKS_FOLDER) && !authorNames.has(removeImportExtensions(path)));
	return Object.fromEntries(Object.entries(files).filter(([path]) => isStudentPathHarmless(path)));
}
