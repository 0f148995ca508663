/** Finds files of the project for functions like `loadImage`, and says in plain words why a file is not there. */
import { findProjectPath } from '../project-path.ts';
import { DrawError, type DrawLanguage } from './draw-error.ts';

export type FileKind = 'picture' | 'sound' | 'data';

const FILE_NOUNS = {
	fr: {
		picture: { aFile: 'd’image', theFile: 'l’image', capital: 'L’image', add: 'Ajoute-la', arrived: 'arrivée' },
		sound: { aFile: 'de son', theFile: 'le son', capital: 'Le son', add: 'Ajoute-le', arrived: 'arrivé' },
		data: { aFile: 'de fichier', theFile: 'le fichier', capital: 'Le fichier', add: 'Ajoute-le', arrived: 'arrivé' }
	},
	en: { picture: 'picture', sound: 'sound', data: 'file' }
} as const;

const MISSING_FILE_ERROR_TEXTS = {
	fr: {
		missing: (kind: FileKind, name: string) => `Il n’y a pas ${FILE_NOUNS.fr[kind].aFile} « ${name} » dans ce projet.`,
		names: (names: string) => `Il a : ${names}.`,
		none: (kind: FileKind) => `${FILE_NOUNS.fr[kind].add} avec le bouton « Mes fichiers », au-dessus du code.`,
		elsewhere: (kind: FileKind, name: string) =>
			`Ici, rien ne se charge d’Internet : ${name}. Ajoute ${FILE_NOUNS.fr[kind].theFile} au projet avec le bouton « Mes fichiers ».`,
		awaited: (kind: FileKind, name: string) =>
			`${FILE_NOUNS.fr[kind].capital} « ${name} » n’est pas encore ${FILE_NOUNS.fr[kind].arrived} sur cet ordinateur. Avec Internet, relance dans un moment.`
	},
	en: {
		missing: (kind: FileKind, name: string) => `There is no ${FILE_NOUNS.en[kind]} “${name}” in this project.`,
		names: (names: string) => `It has: ${names}.`,
		none: () => 'Add it with the button “My files”, above the code.',
		elsewhere: (kind: FileKind, name: string) =>
			`Nothing is loaded from the internet here: ${name}. Add the ${FILE_NOUNS.en[kind]} to the project with the button “My files”.`,
		awaited: (kind: FileKind, name: string) =>
			`The ${FILE_NOUNS.en[kind]} “${name}” has not reached this computer yet. With the internet, run again in a moment.`
	}
} as const;

/** The project's files of one kind, by path; null for a file that has not arrived in this browser. */
export type FilesByPath<File> = ReadonlyMap<string, File | null>;

/** Returns the file that a program names, and its path in the project. Throws when the project lacks it or it has not arrived. */
export function requireFile<File>(
	language: DrawLanguage,
	kind: FileKind,
	writtenPath: unknown,
	files: FilesByPath<File>
): { path: string; file: File } {
	const requestedPath = String(writtenPath).replace(/^(?:\.?\/)+/, '');
	const path = findProjectPath(requestedPath, files.keys()) ?? requestedPath;
	const file = files.get(path);
	if (file !== null && file !== undefined) return { path, file };
	const texts = MISSING_FILE_ERROR_TEXTS[language];
	if (file === null) throw new DrawError(texts.awaited(kind, path));
	if (/^[a-z]+:/i.test(path)) throw new DrawError(texts.elsewhere(kind, path));
	const names = [...files.keys()].join(', ');
	throw new DrawError(`${texts.missing(kind, path)} ${names === '' ? texts.none(kind) : texts.names(names)}`);
}
