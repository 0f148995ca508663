/** Removes student files that an import of the checks could resolve to instead of an author's. */
import type { Files } from '../contract.ts';

const CHECKS_FOLDER = 'checks/';

/** Imports may omit these extensions. */
const nameOf = (path: string) => path.replace(/\.(?:ts|js|json)$/, '');

export function studentFiles(files: Files, around: Files): Files {
	const taken = new Set(Object.keys(around).map(nameOf));
	const mayStand = (path: string) =>
		Object.hasOwn(around, path) || (!path.startsWith(CHECKS_FOLDER) && !taken.has(nameOf(path)));
	return Object.fromEntries(Object.entries(files).filter(([path]) => mayStand(path)));
}
