import { OWN_FILE_LIMITS, PAGE_ONLY_TYPES, type PageOnlyType } from './own-file.ts';
import { readPictureHeader, type PictureHeader } from './picture-header.ts';
import { readSoundHeader, type SoundHeader } from './sound-header.ts';

/** Returns the type and size of a picture from a zip or the network; undefined when a project may not hold these bytes. */
export function recogniseOwnPicture(bytes: Uint8Array): PictureHeader | undefined {
	if (bytes.length > OWN_FILE_LIMITS.bytes) return undefined;
	const header = readPictureHeader(bytes);
	const isSmall = header !== undefined && header.width <= OWN_FILE_LIMITS.side && header.height <= OWN_FILE_LIMITS.side;
	return isSmall ? header : undefined;
}

interface PageOnlyHeader {
	type: PageOnlyType;
}

/** First bytes of fonts (https://www.w3.org/TR/WOFF2/, OpenType) and of WebM films (EBML mark), in hexadecimal digits. */
const PAGE_ONLY_TYPE_BY_FIRST_BYTES: readonly [string, PageOnlyType][] = [
	['00010000', PAGE_ONLY_TYPES.ttf],
	['4f54544f', PAGE_ONLY_TYPES.otf],
	['774f4646', PAGE_ONLY_TYPES.woff],
	['774f4632', PAGE_ONLY_TYPES.woff2],
	['1a45dfa3', PAGE_ONLY_TYPES.webm]
];

const MODEL_LINE_PATTERN = /^\s*(?:$|#|(?:v|vt|vn|vp|f|l|p|o|g|s|usemtl|mtllib)(?:\s|$))/;
const MODEL_VERTEX_PATTERN = /^\s*v\s+[-+.\de]+\s+[-+.\de]+\s+[-+.\de]+/im;

/** Reads the header of a font, a film or a model; undefined for other bytes, whatever the file's name says. */
export function readPageOnlyHeader(bytes: Uint8Array): PageOnlyHeader | undefined {
	const markDigits = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
	const type = PAGE_ONLY_TYPE_BY_FIRST_BYTES.find(([digits]) => digits === markDigits)?.[1];
	if (type !== undefined) return { type };
	return isWavefrontModel(bytes) ? { type: PAGE_ONLY_TYPES.obj } : undefined;
}

function isWavefrontModel(bytes: Uint8Array): boolean {
	if (bytes.length > OWN_FILE_LIMITS.bytes) return false;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return MODEL_VERTEX_PATTERN.test(text) && text.split('\n').every((line) => MODEL_LINE_PATTERN.test(line));
	} catch {
		return false;
	}
}

export type OwnFileHeader = PictureHeader | SoundHeader | PageOnlyHeader;

export const readFileHeader = (bytes: Uint8Array): OwnFileHeader | undefined =>
	readPictureHeader(bytes) ?? readSoundOrPageOnlyHeader(bytes);

const readSoundOrPageOnlyHeader = (bytes: Uint8Array): SoundHeader | PageOnlyHeader | undefined =>
	readSoundHeader(bytes) ?? readPageOnlyHeader(bytes);

/** Returns the header of a file from a zip or the network; undefined when a project may not hold these bytes. */
export function recogniseOwnFile(bytes: Uint8Array): OwnFileHeader | undefined {
	const isSmall = bytes.length <= OWN_FILE_LIMITS.bytes;
	return recogniseOwnPicture(bytes) ?? (isSmall ? readSoundOrPageOnlyHeader(bytes) : undefined);
}
