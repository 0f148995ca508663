/** Imports a picture file into a project: decoded, made smaller, and encoded anew. */
import { readPictureContent } from '#lib/domain/own-file/picture-content.ts';
import { OWN_FILE_LIMITS, type PictureType } from '#lib/domain/own-file/own-file.ts';
import { readPictureHeader, type PictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { isSvg, rasterizeSvg } from './svg.ts';

export interface ImportedPicture extends PictureHeader {
	kind: 'picture';
	/** Name of the imported file. */
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** Size of the given picture when it had to be made smaller; null when it was kept. */
	before: { width: number; height: number } | null;
}
export type ImportRefusal = 'kind' | 'heavy' | 'large' | 'broken' | 'svg';
export type ImportResult = ImportedPicture | { kind: 'refused'; name: string; reason: ImportRefusal };

const SOURCE_LIMITS = {
	/** Most bytes of a file, and most pixels of its picture: a telephone's largest pictures have about 50 million. */
	bytes: 25_000_000,
	pixels: 52_000_000
};

const QUALITY = 0.85;
/** Factor by which the sides are shortened, again and again, while the encoded picture has too many bytes. */
const SMALLER = 0.8;
const MOST_TRIES = 10;

/**
 * Imports a picture; a failure is a refusal, never an error. Encoding anew drops the place where a photograph was taken, which a file
 * stores beside the pixels.
 */
export async function importPicture(file: File): Promise<ImportResult> {
	const { name } = file;
	const refuse = (reason: ImportRefusal): ImportResult => ({ kind: 'refused', name, reason });
	if (file.size > SOURCE_LIMITS.bytes) return refuse('heavy');
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const header = readPictureHeader(bytes);
		if (header === undefined) {
			if (!isSvg(file)) return refuse('kind');
			const drawn = await rasterizeSvg(new TextDecoder().decode(bytes));
			return drawn === null ? refuse('svg') : await writePicture(name, 'image/png', drawn);
		}
		// Check the size before decoding: a few bytes may stand for more pixels than a machine has memory for.
		if (header.width * header.height > SOURCE_LIMITS.pixels) return refuse('large');
		const bitmap = await createImageBitmap(new Blob([bytes], { type: header.type }));
		try {
			return await writePicture(name, header.type, bitmap);
		} finally {
			bitmap.close();
		}
	} catch {
		return refuse('broken');
	}
}

async function writePicture(
	name: string,
	type: PictureType,
	source: ImageBitmap | HTMLCanvasElement
): Promise<ImportResult> {
	const { width, height } = source;
	let scale = Math.min(1, OWN_FILE_LIMITS.side / Math.max(width, height));
	for (let count = 0; count < MOST_TRIES; count++, scale *= SMALLER) {
		const bytes = await encode(
			source,
			Math.max(1, Math.floor(width * scale)),
			Math.max(1, Math.floor(height * scale)),
			type
		);
		const content = readPictureContent(bytes);
		if (content === undefined) continue;
		return { kind: 'picture', name, bytes, ...content, before: scale < 1 ? { width, height } : null };
	}
	return { kind: 'refused', name, reason: 'broken' };
}

async function encode(source: CanvasImageSource, width: number, height: number, type: PictureType) {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('This browser has no room for a picture.');
	context.imageSmoothingQuality = 'high';
	context.drawImage(source, 0, 0, width, height);
	// A browser that cannot encode this type encodes a PNG instead.
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
	canvas.width = 0;
	if (blob === null) throw new Error('This browser did not write the picture.');
	return new Uint8Array(await blob.arrayBuffer());
}
