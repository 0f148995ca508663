/** A picture that a project holds: a short text among its files describes bytes that are kept beside all versions. */
import * as v from 'valibot';
import type { Files } from '#sandbox/contract.ts';
import { MOST_FILES } from '../file-size.ts';
import { parse } from '../parse.ts';

export const PICTURE_TYPES = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const;
export type PictureType = (typeof PICTURE_TYPES)[keyof typeof PICTURE_TYPES];

export const LICENCES = ['public-domain', 'cc-by', 'cc-by-sa', 'permission', 'unknown'] as const;
export type Licence = (typeof LICENCES)[number];

/** Who made a file, as the student answered on import. */
export type FileOrigin =
	| { kind: 'mine' }
	/** `where`: an address, a person, a book; may be empty. */
	| { kind: 'found'; where: string; licence: Licence };

export interface OwnFile {
	/** The hash under which the bytes are kept, in hexadecimal digits. */
	sha256: string;
	type: PictureType;
	/** Number of bytes. */
	bytes: number;
	/** Pixels. */
	width: number;
	height: number;
	origin: FileOrigin;
}

export const OWN_FILE_LIMITS = {
	/** Files of a project, bytes of one and of all, and pixels of the longer side. */
	files: 24,
	bytes: 600_000,
	allBytes: 4_000_000,
	side: 1600
};
export const LONGEST_WHERE = 200;

/** As in the names of other files: no folders, spaces or accents, so that they are found on every machine. */
const OWN_FILE_PATH = /^[a-z][\w-]*\.(?:png|jpg|webp)$/i;
const OWN_FILE_ENDING = /\.(?:png|jpg|webp)$/i;

export const isOwnFileName = (path: string): boolean => OWN_FILE_PATH.test(path);
/** Whether the file's text is a description, and not a text that its author writes. */
export const isOwnFilePath = (path: string): boolean => OWN_FILE_ENDING.test(path);

const countTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

export const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const originSchema: v.GenericSchema<unknown, FileOrigin> = v.variant('kind', [
	v.object({ kind: v.literal('mine') }),
	v.object({
		kind: v.literal('found'),
		where: v.pipe(v.string(), v.maxLength(LONGEST_WHERE)),
		licence: v.picklist(LICENCES)
	})
]);

const ownFileSchema: v.GenericSchema<unknown, OwnFile> = v.object({
	sha256: sha256Schema,
	type: v.picklist(Object.values(PICTURE_TYPES)),
	bytes: countTo(OWN_FILE_LIMITS.bytes),
	width: countTo(OWN_FILE_LIMITS.side),
	height: countTo(OWN_FILE_LIMITS.side),
	origin: originSchema
});

export const writeOwnFile = (file: OwnFile): string => `${JSON.stringify(file, null, '\t')}\n`;

/** Returns undefined for any other text, such as one that was cut off. */
export function parseOwnFile(text: string): OwnFile | undefined {
	try {
		return parse(ownFileSchema, JSON.parse(text));
	} catch {
		return undefined;
	}
}

/** Returns the files whose text is written by their author; the same object when there are no others. */
export function textFilesOf(files: Files): Files {
	const entries = Object.entries(files);
	const texts = entries.filter(([path]) => !isOwnFilePath(path));
	return texts.length === entries.length ? files : Object.fromEntries(texts);
}

/** Returns the descriptions by path; undefined for one that cannot be read. */
export function ownFilesOf(files: Files): Map<string, OwnFile | undefined> {
	const paths = Object.keys(files).filter(isOwnFilePath);
	return new Map(paths.map((path) => [path, parseOwnFile(files[path] ?? '')]));
}

/** Replaces the texts that an author writes, and leaves the other files as they are. */
export function withTexts(files: Files, texts: Files): Files {
	const own = Object.entries(files).filter(([path]) => isOwnFilePath(path));
	return own.length === 0 ? texts : { ...texts, ...Object.fromEntries(own) };
}

/** Tells why no file of this many bytes has room beside these; null when it has. */
export function lackOfRoom(files: Files, bytes: number): 'count' | 'bytes' | null {
	const own = [...ownFilesOf(files).values()];
	if (own.length >= OWN_FILE_LIMITS.files || Object.keys(files).length >= MOST_FILES) return 'count';
	const sum = own.reduce((total, file) => total + (file?.bytes ?? 0), bytes);
	return sum > OWN_FILE_LIMITS.allBytes ? 'bytes' : null;
}

export const hashesIn = (files: Files): string[] =>
	[...ownFilesOf(files).values()].flatMap((file) => file?.sha256 ?? []);
