import type { PictureType } from './own-file.ts';

export interface PictureHeader {
	type: PictureType;
	/** Width and height in pixels, before a photograph is turned upright. */
	width: number;
	height: number;
}

/** Reads a picture's header; undefined for bytes that are no PNG, JPEG or WebP, whatever the file's name says. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const header = readPngHeader(view) ?? readJpegHeader(view) ?? readWebpHeader(view);
		return header !== undefined && header.width > 0 && header.height > 0 ? header : undefined;
	} catch (error) {
		// A RangeError means that the bytes end within the header.
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

const readByteText = (view: DataView, at: number, length: number): string =>
	String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));

function readPngHeader(view: DataView): PictureHeader | undefined {
	if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || readByteText(view, 12, 4) !== 'IHDR')
		return undefined;
	return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Tells whether a marker begins a frame, which holds the picture's size: the markers C0 to CF, except three with other meanings. */
const isJpegFrameMarker = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isJpegMarkerWithoutLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function readJpegHeader(view: DataView): PictureHeader | undefined {
	if (view.getUint16(0) !== 0xffd8) return undefined;
	let at = 2;
	while (view.getUint8(at) === 0xff) {
		const marker = view.getUint8(at + 1);
		if (isJpegFrameMarker(marker))
			return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		// The picture's data or its end comes before any frame, so its size is unknown.
		if (marker === 0xda || marker === 0xd9) return undefined;
		if (marker === 0xff) at += 1;
		else at += isJpegMarkerWithoutLength(marker) ? 2 : 2 + view.getUint16(at + 2);
	}
	return undefined;
}

function readWebpHeader(view: DataView): PictureHeader | undefined {
	if (readByteText(view, 0, 4) !== 'RIFF' || readByteText(view, 8, 4) !== 'WEBP') return undefined;
	const createWebpHeader = (width: number, height: number): PictureHeader => ({ type: 'image/webp', width, height });
	const readThreeBytes = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
	switch (readByteText(view, 12, 4)) {
		case 'VP8 ':
			return createWebpHeader(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
		case 'VP8L': {
			const bits = view.getUint32(21, true);
			return createWebpHeader((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
		}
		case 'VP8X':
			return createWebpHeader(readThreeBytes(24) + 1, readThreeBytes(27) + 1);
		default:
			return undefined;
	}
}
