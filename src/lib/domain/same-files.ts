/** Compares the files of two works or folders. */
import type { Files } from '#sandbox/contract.ts';

export function areSameFiles(one: Files, other: Files): boolean {
	const paths = Object.keys(one);
	return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
}
