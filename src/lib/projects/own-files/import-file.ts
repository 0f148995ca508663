import { importPicture, type ImportedPicture, type PictureRefusal } from './import-picture.ts';
import {
	OWN_FILE_LIMITS,
	SOUND_TYPES,
	type SoundType,
	kindOfOwnFile,
	type PageOnlyType
} from '#lib/domain/own-file/own-file.ts';
import { readSoundHeader, removeSoundTags } from '#lib/domain/own-file/sound-header.ts';
import { readPageOnlyHeader } from '#lib/domain/own-file/file-content.ts';

interface ImportedPageOnlyFile {
	kind: 'font' | 'film' | 'model';
	name: string;
	type: PageOnlyType;
	bytes: Uint8Array<ArrayBuffer>;
}
type PageOnlyFileRefusal = 'film-kind' | 'page-only-kind' | 'page-only-heavy' | 'page-only-broken';

const looksLikeFilm = ({ name, type }: File): boolean =>
	type.startsWith('video/') || /\.(?:webm|mp4|m4v|mov|mkv|avi|ogv)$/i.test(name);

const looksLikePageOnlyFile = (file: File): boolean =>
	looksLikeFilm(file) || file.type.startsWith('font/') || /\.(?:ttf|otf|woff2?|eot|obj|stl)$/i.test(file.name);

/**
 * Imports a font, film or model. Resolves to a refusal when that fails; never rejects. Films from telephones (MP4) are refused,
 * because they may contain the place where they were filmed.
 */
async function importPageOnlyFile(
	file: File
): Promise<ImportedPageOnlyFile | { kind: 'refused'; name: string; reason: PageOnlyFileRefusal }> {
	const { name } = file;
	const refuse = (reason: PageOnlyFileRefusal) => ({ kind: 'refused' as const, name, reason });
	if (file.size > OWN_FILE_LIMITS.bytes) return refuse('page-only-heavy');
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const header = readPageOnlyHeader(bytes);
		if (header === undefined) return refuse(looksLikeFilm(file) ? 'film-kind' : 'page-only-kind');
		const kind = kindOfOwnFile(header);
		if (kind === 'font' && !(await isReadableFont(bytes))) return refuse('page-only-broken');
		if (kind === 'film' && !(await isPlayableFilm(new Blob([bytes], { type: header.type }))))
			return refuse('page-only-broken');
		return { kind: kind as ImportedPageOnlyFile['kind'], name, type: header.type, bytes };
	} catch {
		return refuse('page-only-broken');
	}
}

const isReadableFont = (font: Uint8Array<ArrayBuffer>): Promise<boolean> =>
	new FontFace('imported', font).load().then(
		() => true,
		() => false
	);

const isPlayableFilm = (film: Blob): Promise<boolean> =>
	canOpenMedia(document.createElement('video'), film, ({ videoWidth }) => videoWidth > 0);

/** Loads the file's duration and size, then resolves to `isUsable(element)`; to false when the browser cannot read the file. */
async function canOpenMedia<Element extends HTMLMediaElement>(
	element: Element,
	file: Blob,
	isUsable: (element: Element) => boolean
): Promise<boolean> {
	const address = URL.createObjectURL(file);
	try {
		return await new Promise((resolve) => {
			element.onloadedmetadata = () => resolve(isUsable(element));
			element.onerror = () => resolve(false);
			element.preload = 'metadata';
			element.src = address;
		});
	} finally {
		element.removeAttribute('src');
		URL.revokeObjectURL(address);
	}
}

interface ImportedSound {
	kind: 'sound';
	name: string;
	type: SoundType;
	bytes: Uint8Array<ArrayBuffer>;
}
type SoundRefusal = 'sound-kind' | 'sound-heavy' | 'sound-broken' | 'sound-codec';

const looksLikeSound = ({ name, type }: File): boolean =>
	type.startsWith('audio/') || /\.(?:mp3|ogg|oga|wav|m4a|aac|flac|opus)$/i.test(name);

/** Imports a sound. Resolves to a refusal when that fails; never rejects. */
async function importSound(
	file: File
): Promise<ImportedSound | { kind: 'refused'; name: string; reason: SoundRefusal }> {
	const { name } = file;
	const refuse = (reason: SoundRefusal) => ({ kind: 'refused' as const, name, reason });
	// Allow a large file here: its tags may hold a picture of several megabytes, and are removed before the real limit applies.
	if (file.size > OWN_FILE_LIMITS.bytes * 10) return refuse('sound-heavy');
	try {
		const bytes = removeSoundTags(new Uint8Array(await file.arrayBuffer()));
		const header = readSoundHeader(bytes);
		if (header === undefined) return refuse('sound-kind');
		if (bytes.length > OWN_FILE_LIMITS.bytes) return refuse('sound-heavy');
		const canPlay = await isPlayableSound(new Blob([bytes], { type: header.type }));
		if (canPlay) return { kind: 'sound', name, ...header, bytes };
		// Browsers without a licence for M4A's codec play no M4A sound.
		return refuse(header.type === SOUND_TYPES.m4a ? 'sound-codec' : 'sound-broken');
	} catch {
		return refuse('sound-broken');
	}
}

const isPlayableSound = (sound: Blob): Promise<boolean> =>
	canOpenMedia(new Audio(), sound, ({ duration }) => duration > 0);

export type ImportedFile = ImportedPicture | ImportedSound | ImportedPageOnlyFile;
export type ImportFileRefusal = PictureRefusal | SoundRefusal | PageOnlyFileRefusal;

export function importFile(
	file: File
): Promise<ImportedFile | { kind: 'refused'; name: string; reason: ImportFileRefusal }> {
	if (looksLikeSound(file)) return importSound(file);
	return looksLikePageOnlyFile(file) ? importPageOnlyFile(file) : importPicture(file);
}
