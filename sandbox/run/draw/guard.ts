import { findProjectPath } from '../project-path.ts';

export type DrawLanguage = 'fr' | 'en';

export class DrawError extends Error {
	override name = 'DrawError';
}

type FileKind = 'picture' | 'sound' | 'data';

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
type FilesByPath<File> = ReadonlyMap<string, File | null>;

/** Returns the file that a program names, and its path in the project. Throws when the project lacks it or it has not arrived. */
function requireFile<File>(
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

const ARGUMENT_ERROR_TEXTS = {
	fr: {
		missing: (name: string) => `il manque « ${name} ».`,
		notANumber: (name: string) => `« ${name} » vaut NaN : un calcul n’a pas donné de nombre.`,
		text: (name: string, shown: string) => `« ${name} » est le texte ${shown}, il faut un nombre.`,
		other: (name: string, shown: string) => `« ${name} » est ${shown}, il faut un nombre.`,
		colour: (shown: string) => `${shown} n’est pas une couleur. Exemples : 'red', '#f26b21', 128, (255, 200, 0).`,
		colourName: (shown: string, name: string) => `la couleur '${shown}' s’écrit en anglais : '${name}'.`,
		unbalanced: 'pop() sans push() avant lui.',
		shape: (name: string) => `${name}() se place entre beginShape() et endShape().`,
		picture: (shown: string) =>
			`image(…) : ${shown} n’est pas une image. Écris d’abord : const photo = loadImage('photo.png');`
	},
	en: {
		missing: (name: string) => `“${name}” is missing.`,
		notANumber: (name: string) => `“${name}” is NaN: a calculation did not give a number.`,
		text: (name: string, shown: string) => `“${name}” is the text ${shown}, it must be a number.`,
		other: (name: string, shown: string) => `“${name}” is ${shown}, it must be a number.`,
		colour: (shown: string) => `${shown} is not a colour. Examples: 'red', '#f26b21', 128, (255, 200, 0).`,
		colourName: (shown: string, name: string) => `the colour '${shown}' is written '${name}'.`,
		unbalanced: 'pop() without a push() before it.',
		shape: (name: string) => `${name}() stands between beginShape() and endShape().`,
		picture: (shown: string) =>
			`image(…): ${shown} is not a picture. First write: const photo = loadImage('photo.png');`
	}
} as const;

/** CSS names of colours, by their names in French. */
const COLOUR_BY_FRENCH_NAME: Readonly<Record<string, string>> = {
	argent: 'silver',
	blanc: 'white',
	bleu: 'blue',
	bordeaux: 'maroon',
	brun: 'brown',
	ciel: 'skyblue',
	doré: 'gold',
	gris: 'grey',
	jaune: 'yellow',
	marron: 'brown',
	mauve: 'mediumpurple',
	noir: 'black',
	or: 'gold',
	rose: 'pink',
	rouge: 'red',
	saumon: 'salmon',
	vert: 'green'
};

export interface ArgumentGuard {
	/** Throws unless all `values` are numbers. `names` are the parameters, in the same order. */
	requireNumbers(call: string, names: readonly string[], values: readonly unknown[]): void;
	refuseColour(call: string, values: readonly unknown[]): never;
	/** Refuses a word that names no colour; says the English name when the word names a colour in French. */
	refuseColourName(call: string, word: string): never;
	refuseUnbalancedPop(): never;
	refuseCallOutsideShape(call: string): never;
	/** Returns the project's file that a program names, with its path. Throws when there is none, or when it has not arrived. */
	requireFile<File>(kind: FileKind, writtenPath: unknown, files: FilesByPath<File>): { path: string; file: File };
	refuseNonPicture(value: unknown): never;
}

function formatShortValue(value: unknown): string {
	if (typeof value === 'string') return `'${value.length > 20 ? `${value.slice(0, 20)}…` : value}'`;
	if (typeof value === 'function') return 'function';
	if (Array.isArray(value)) return '[…]';
	if (typeof value === 'object' && value !== null) return '{…}';
	return String(value);
}

export function createArgumentGuard(language: () => DrawLanguage): ArgumentGuard {
	const createReasonedError = (call: string, reason: string) =>
		new DrawError(`${call}${language() === 'fr' ? ' : ' : ': '}${reason}`);
	return {
		requireNumbers(call, names, values) {
			for (let index = 0; index < names.length; index++) {
				const value = values[index];
				if (typeof value === 'number' && value === value) continue;
				const name = names[index] ?? '';
				const texts = ARGUMENT_ERROR_TEXTS[language()];
				let reason = texts.other(name, formatShortValue(value));
				if (value === undefined) reason = texts.missing(name);
				else if (typeof value === 'number') reason = texts.notANumber(name);
				else if (typeof value === 'string') reason = texts.text(name, formatShortValue(value));
				throw createReasonedError(`${call}(${names.join(', ')})`, reason);
			}
		},
		refuseColour(call, values) {
			throw createReasonedError(call, ARGUMENT_ERROR_TEXTS[language()].colour(values.map(formatShortValue).join(', ')));
		},
		refuseColourName(call, word) {
			const name = Object.hasOwn(COLOUR_BY_FRENCH_NAME, word.toLowerCase())
				? COLOUR_BY_FRENCH_NAME[word.toLowerCase()]
				: undefined;
			const texts = ARGUMENT_ERROR_TEXTS[language()];
			const reason = name === undefined ? texts.colour(formatShortValue(word)) : texts.colourName(word, name);
			throw createReasonedError(call, reason);
		},
		refuseUnbalancedPop() {
			throw new DrawError(ARGUMENT_ERROR_TEXTS[language()].unbalanced);
		},
		refuseCallOutsideShape(call) {
			throw new DrawError(ARGUMENT_ERROR_TEXTS[language()].shape(call));
		},
		requireFile: (kind, written, files) => requireFile(language(), kind, written, files),
		refuseNonPicture(value) {
			throw new DrawError(ARGUMENT_ERROR_TEXTS[language()].picture(formatShortValue(value)));
		}
	};
}
