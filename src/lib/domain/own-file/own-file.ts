import * as v from 'valibot';
import type { Files } from '#sandbox/contract.ts';
import { MOST_VERSION_FILES } from '../file-size.ts';
import { parseWithSchema, parseJson } from '../parse.ts';
import { PROJECT_STORE_FILE } from '../project-store.ts';
import { isReservedZipName } from '#lib/domain/project.ts';

const PICTURE_TYPES = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const;
export type PictureType = (typeof PICTURE_TYPES)[keyof typeof PICTURE_TYPES];

export const SOUND_TYPES = { mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg', wav: 'audio/wav' } as const;
export type SoundType = (typeof SOUND_TYPES)[keyof typeof SOUND_TYPES];

export const PAGE_ONLY_TYPES = {
	ttf: 'font/ttf',
	otf: 'font/otf',
	woff: 'font/woff',
	woff2: 'font/woff2',
	webm: 'video/webm',
	obj: 'model/obj'
} as const;
export type PageOnlyType = (typeof PAGE_ONLY_TYPES)[keyof typeof PAGE_ONLY_TYPES];

export const OWN_FILE_LICENCES = ['public-domain', 'cc-by', 'cc-by-sa', 'permission', 'unknown'] as const;
export type OwnFileLicence = (typeof OWN_FILE_LICENCES)[number];

const KIND_BY_MEDIA_TYPE = { image: 'picture', audio: 'sound', font: 'font', video: 'film', model: 'model' } as const;
export type OwnFileKind = (typeof KIND_BY_MEDIA_TYPE)[keyof typeof KIND_BY_MEDIA_TYPE];

export const kindOfOwnFile = ({ type }: Pick<OwnFile, 'type'>): OwnFileKind =>
	KIND_BY_MEDIA_TYPE[type.split('/')[0] as keyof typeof KIND_BY_MEDIA_TYPE];

export const OWN_FILE_TYPES = { ...PICTURE_TYPES, ...SOUND_TYPES, ...PAGE_ONLY_TYPES };

export const isOwnPicture = (file: OwnFile): file is OwnPicture => 'width' in file;

export const OWN_FILE_LIMITS = {
	/** Upper limits: own files of a project, bytes of one, bytes of all, pixels of a picture's longer side. */
	files: 24,
	bytes: 600_000,
	allBytes: 4_000_000,
	side: 1600
};
export const LONGEST_ORIGIN_SOURCE = 200;

/** Matches paths that an own file may have: without folders, spaces or accents, so that every machine finds them. */
const OWN_FILE_NAME_PATTERN = /^[a-z][\w-]*\.\w+$/i;
const createEndingPattern = (types: object): RegExp =>
	new RegExp(String.raw`\.(?:${Object.keys(types).join('|')})$`, 'i');
const OWN_FILE_ENDING_PATTERN = createEndingPattern(OWN_FILE_TYPES);

export const isOwnFileName = (path: string): boolean =>
	OWN_FILE_NAME_PATTERN.test(path) && OWN_FILE_ENDING_PATTERN.test(path);
/** Tells whether a path belongs to an own file, whose text describes bytes and is not written by the project's author. */
export const isOwnFilePath = (path: string): boolean => OWN_FILE_ENDING_PATTERN.test(path);

const createCountSchema = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

export const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Who made a file, as the student answered on import. */
export const fileOriginSchema = v.variant('kind', [
	v.object({ kind: v.literal('mine') }),
	/** `where`: an address, a person or a book from which the file comes; may be empty. */
	v.object({
		kind: v.literal('found'),
		where: v.pipe(v.string(), v.maxLength(LONGEST_ORIGIN_SOURCE)),
		licence: v.picklist(OWN_FILE_LICENCES)
	})
]);
export type FileOrigin = v.InferOutput<typeof fileOriginSchema>;

/** `sha256`: the hash of the file's bytes, in hexadecimal digits. `bytes`: their number. */
const ownFileFields = {
	sha256: sha256Schema,
	bytes: createCountSchema(OWN_FILE_LIMITS.bytes),
	origin: fileOriginSchema
};
const ownPictureSchema = v.object({
	...ownFileFields,
	type: v.picklist(Object.values(PICTURE_TYPES)),
	/** Width and height in pixels. */
	width: createCountSchema(OWN_FILE_LIMITS.side),
	height: createCountSchema(OWN_FILE_LIMITS.side)
});
export type OwnPicture = v.InferOutput<typeof ownPictureSchema>;
const ownFileSchema = v.variant('type', [
	ownPictureSchema,
	v.object({ ...ownFileFields, type: v.picklist([...Object.values(SOUND_TYPES), ...Object.values(PAGE_ONLY_TYPES)]) })
]);
export type OwnFile = v.InferOutput<typeof ownFileSchema>;

export const formatOwnFile = (file: OwnFile): string => `${JSON.stringify(file, null, '\t')}\n`;

export const parseOwnFile = (text: string): OwnFile | undefined => parseWithSchema(ownFileSchema, parseJson(text));

/** Returns the files that their author writes, without own files and the store; the same object when it has neither. */
export function textFilesOf(files: Files): Files {
	const entries = Object.entries(files);
	const texts = entries.filter(([path]) => !isOwnFilePath(path) && path !== PROJECT_STORE_FILE);
	return texts.length === entries.length ? files : Object.fromEntries(texts);
}

/** Returns the descriptions of all own files by path; undefined for a description that cannot be read. */
export function ownFilesOf(files: Files): Map<string, OwnFile | undefined> {
	const paths = Object.keys(files).filter(isOwnFilePath);
	return new Map(paths.map((path) => [path, parseOwnFile(files[path] ?? '')]));
}

export function replaceTextFiles(files: Files, texts: Files): Files {
	const ownFileEntries = Object.entries(files).filter(([path]) => isOwnFilePath(path));
	return ownFileEntries.length === 0 ? texts : { ...texts, ...Object.fromEntries(ownFileEntries) };
}

/** Returns why a file of this many bytes cannot be added: too many files, or too many bytes; null when it can be added. */
export function findOwnFileExcess(files: Files, bytes: number): 'count' | 'bytes' | null {
	const ownFiles = [...ownFilesOf(files).values()];
	if (ownFiles.length >= OWN_FILE_LIMITS.files || Object.keys(files).length >= MOST_VERSION_FILES) return 'count';
	const totalBytes = ownFiles.reduce((total, file) => total + (file?.bytes ?? 0), bytes);
	return totalBytes > OWN_FILE_LIMITS.allBytes ? 'bytes' : null;
}

export const ownFileHashesIn = (files: Files): string[] =>
	[...ownFilesOf(files).values()].flatMap((file) => file?.sha256 ?? []);

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
