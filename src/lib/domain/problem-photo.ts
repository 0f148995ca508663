import { fromBase64, toBase64 } from './own-file/base64.ts';
import { readPictureHeader } from './own-file/picture-header.ts';

export const PHOTO_LIMITS = { side: 1600, bytes: 300_000 };
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

/** Tells whether decoders need a segment: JFIF head, tables, frames, restart interval. All other segments are removed. */
const isNeededJpegSegment = (marker: number): boolean =>
	marker === 0xe0 || marker === 0xdb || marker === 0xc4 || marker === 0xdd || (marker >= 0xc0 && marker <= 0xc2);

const START_OF_IMAGE_MARKER = 0xd8;
const END_OF_IMAGE_MARKER = 0xd9;
const START_OF_SCAN_MARKER = 0xda;
/** Bytes of the longest JFIF head without a thumbnail, which would be a second picture that nobody has looked at. */
const LONGEST_JFIF_HEAD_BYTES = 16;

/** Returns a JPEG without metadata and without bytes after its end; undefined for bytes that are no complete JPEG. */
export function removeJpegMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
	if (bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE_MARKER) return undefined;
	const parts: Uint8Array[] = [bytes.subarray(0, 2)];
	let at = 2;
	let hasScan = false;
	while (bytes[at] === 0xff) {
		const marker = bytes[at + 1] ?? 0;
		if (marker === END_OF_IMAGE_MARKER) {
			parts.push(bytes.subarray(at, at + 2));
			return hasScan ? joinByteParts(parts) : undefined;
		}
		const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
		if (end > bytes.length || end < at + 4) return undefined;
		if (marker === START_OF_SCAN_MARKER) {
			const scanEnd = findScanEnd(bytes, end);
			parts.push(bytes.subarray(at, scanEnd));
			hasScan = true;
			at = scanEnd;
			continue;
		}
		if (isNeededJpegSegment(marker) && !(marker === 0xe0 && end - at - 2 > LONGEST_JFIF_HEAD_BYTES))
			parts.push(bytes.subarray(at, end));
		at = end;
	}
	return undefined;
}

/** Returns the position of the first marker after a scan's data, in which FF is followed by 00 or a restart marker. */
function findScanEnd(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length) {
		const next = bytes[at + 1] ?? 0;
		if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
		at += 1;
	}
	return at;
}

function joinByteParts(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
	const joinedBytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joinedBytes.set(part, at);
		at += part.length;
	}
	return joinedBytes;
}
