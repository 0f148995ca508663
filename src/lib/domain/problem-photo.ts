/** The photo of a table that a teller may add to a problem: its bounds, and how it is read. */
import { removeJpegMetadata } from './bare-jpeg.ts';
import { fromBase64, toBase64 } from './own-file/base64.ts';
import { readPictureHeader } from './own-file/picture-header.ts';

/** Upper limits of a photo: pixels of its longer side, and its bytes. */
export const PHOTO_LIMITS = { side: 1600, bytes: 300_000 };
/** Upper limit of characters of a photo in base64. */
export const LONGEST_PHOTO_BASE64 = Math.ceil(PHOTO_LIMITS.bytes / 3) * 4;

export interface PhotoSize {
	width: number;
	height: number;
}
export interface ProblemPhoto extends PhotoSize {
	/** Bytes of a JPEG without metadata, in base64. */
	content: string;
}

/** Returns the photo of these bytes without metadata; undefined when they are no JPEG within the limits. */
export function readPhotoBytes(bytes: Uint8Array): ProblemPhoto | undefined {
	if (bytes.length > PHOTO_LIMITS.bytes) return undefined;
	const bareBytes = removeJpegMetadata(bytes);
	const header = bareBytes && readPictureHeader(bareBytes);
	if (bareBytes === undefined || header?.type !== 'image/jpeg') return undefined;
	const { width, height } = header;
	if (Math.max(width, height) > PHOTO_LIMITS.side) return undefined;
	return { content: toBase64(bareBytes), width, height };
}

/** Reads a photo from base64, as it is sent and as a browser keeps it; undefined for any other text. */
export function parsePhotoBase64(text: string): ProblemPhoto | undefined {
	const bytes = text.length <= LONGEST_PHOTO_BASE64 ? fromBase64(text) : undefined;
	return bytes && readPhotoBytes(bytes);
}
