import { type Language, LANGUAGES } from './language.ts';

export const PROJECT_TEMPLATES = [
	'round',
	'embers',
	'canteen',
	'platforms',
	'tournament',
	'clock',
	'counter',
	'tiles',
	'poster',
	'rhythm',
	'form',
	'quiz'
] as const;
export type ProjectTemplate = (typeof PROJECT_TEMPLATES)[number];

export const TEMPLATE_PICTURE_SIZE = { width: 320, height: 240 };

export const MOST_TEMPLATE_PICTURE_BYTES = 8000;

export function templatePicturePath(template: ProjectTemplate, language: Language): string {
	return `beginnings/${template}.${language}.webp`;
}

export const TEMPLATE_LIBRARIES = ['p5', 'chart', 'matter', 'tone'] as const;
export type TemplateLibrary = (typeof TEMPLATE_LIBRARIES)[number];

export const isTemplateLibrary = (name: string): name is TemplateLibrary =>
	TEMPLATE_LIBRARIES.some((library) => library === name);

export const READY_MADE_MAPS = ['departments', 'countries'] as const;
export type ReadyMadeMap = (typeof READY_MADE_MAPS)[number];

/** Version of the packages that hold the maps. It stands in the name of a file, so that a name always means the same text. */
const MAP_PACKAGE_VERSION = '2.0.0';

export const readyMadeMapAddress = (map: ReadyMadeMap, language: Language): string =>
	`/maps/${map}-${language}-${MAP_PACKAGE_VERSION}.json`;

export function findReadyMadeMap(address: string): { map: ReadyMadeMap; language: Language } | undefined {
	return READY_MADE_MAPS.flatMap((map) => LANGUAGES.map((language) => ({ map, language }))).find(
		({ map, language }) => readyMadeMapAddress(map, language) === address
	);
}

/** Matches French and English words written side by side: `{{un rond|a disc}}`. */
const BILINGUAL_WORDS_PATTERN = /\{\{([^{}|]*)\|([^{}|]*)\}\}/g;

export function pickWordsOfLanguage(text: string, language: Language): string {
	return text.replace(
		BILINGUAL_WORDS_PATTERN,
		(_, french: string, english: string) => ({ fr: french, en: english })[language]
	);
}
