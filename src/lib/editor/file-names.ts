import { isReservedZipName } from '#lib/domain/project.ts';
import type { Files } from './contract.ts';

export type FileNameError = 'empty' | 'characters' | 'long' | 'taken' | 'reserved';

const MOST_FILE_NAME_CHARACTERS = 40;
/** Names reserved for a challenge's own files, which are compiled beside the student's. */
const RESERVED_FILE_NAME_PATTERN = /^(scene|braise)\.ts$/i;

export type FileEnding = '.ts' | '.html' | '.css' | '.csv' | '.json' | '.txt';

/** Adds a missing ending: `outils` becomes `outils.ts`. The ending `.js` becomes `.ts`, because TypeScript accepts JavaScript. */
export function completeFileName(name: string, endings: FileEnding[] = ['.ts']): string {
	const fileName = name.trim().replace(/\.js$/i, '.ts');
	return fileName === '' || endings.some((ending) => fileName.endsWith(ending)) ? fileName : `${fileName}.ts`;
}

/** Returns why a file name is not allowed. `currentPath` is the file being renamed, which may keep its name. */
export function findFileNameError(
	name: string,
	files: Files,
	currentPath: string | null = null,
	endings: FileEnding[] = ['.ts']
): FileNameError | null {
	const path = completeFileName(name, endings);
	if (path === '' || endings.some((ending) => path === ending)) return 'empty';
	if (path === currentPath) return null;
	if (path.length > MOST_FILE_NAME_CHARACTERS) return 'long';
	// Without folders, spaces and accents, imports work on every machine.
	if (!/^[a-z][\w-]*\.(ts|html|css|csv|json|txt)$/i.test(path)) return 'characters';
	if (RESERVED_FILE_NAME_PATTERN.test(path) || isReservedZipName(path)) return 'reserved';
	// Upper and lower case count as equal, because some systems ignore case and students take their work home.
	const isTaken = Object.keys(files).some(
		(other) => other !== currentPath && other.toLowerCase() === path.toLowerCase()
	);
	return isTaken ? 'taken' : null;
}

export function renameFile(files: Files, from: string, to: string): Files {
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [path === from ? to : path, text]));
}

export function removeFile(files: Files, path: string): Files {
	return Object.fromEntries(Object.entries(files).filter(([other]) => other !== path));
}
