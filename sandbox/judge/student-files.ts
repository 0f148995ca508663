/** The student's files that may stand beside the author's: none that an import of the checks could find in the place of one. */
import type { Files } from '../index.ts';

const CHECKS = 'checks/';

/** An import leaves the ending out, and tries several. */
const nameOf = (path: string) => path.replace(/\.(?:ts|js|json)$/, '');

export function studentFiles(files: Files, around: Files): Files {
	const taken = new Set(Object.keys(around).map(nameOf));
	const mayStand = (path: string) =>
		Object.hasOwn(around, path) || (!path.startsWith(CHECKS) && !taken.has(nameOf(path)));
	return Object.fromEntries(Object.entries(files).filter(([path]) => mayStand(path)));
}
