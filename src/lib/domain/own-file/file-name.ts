/** Makes the file name that an imported file gets in its project. */
import { isReservedZipName } from '#lib/domain/reserved-zip-names.ts';
import type { Files } from '#sandbox/contract.ts';
import { OWN_FILE_TYPES, type OwnFile } from './own-file.ts';

const LONGEST_FILE_STEM = 30;

const nameEndingOfType = (type: OwnFile['type']): string =>
	Object.entries(OWN_FILE_TYPES).find(([, each]) => each === type)?.[0] ?? 'png';

export const findFreeFileName = (givenName: string, type: OwnFile['type'], files: Files, fallback: string): string =>
	findFreeName(givenName, nameEndingOfType(type), files, fallback);

/**
 * Returns a name without folders, spaces and accents, and unlike that of any other file in the project or its zip. `fallback` replaces
 * a name of which no letter is left.
 */
export function findFreeName(givenName: string, ending: string, files: Files, fallback: string): string {
	const usedPaths = new Set(Object.keys(files).map((path) => path.toLowerCase()));
	const stem = makeFileStem(givenName) || fallback;
	for (let count = 1; ; count++) {
		const path = `${stem}${count === 1 ? '' : `-${count}`}.${ending}`;
		if (!usedPaths.has(path.toLowerCase()) && !isReservedZipName(path)) return path;
	}
}

function makeFileStem(givenName: string): string {
	const name = givenName.split(/[\\/]/).at(-1) ?? '';
	return name
		.replace(/\.[^.]*$/, '')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/gi, '-')
		.replace(/^[^a-z]+|-+$/gi, '')
		.slice(0, LONGEST_FILE_STEM)
		.replace(/-+$/, '')
		.toLowerCase();
}
