/** Decodes a picture file within bounds and encodes its pixels anew, which drops everything else in the file. */
import { readPictureHeader, type PictureHeader } from '#lib/domain/own-file/picture-header.ts';

const SOURCE_PICTURE_LIMITS = {
	/** Upper limits: bytes of a file, and pixels of its picture; a telephone's largest pictures have about 50 million pixels. */
	bytes: 25_000_000,
	pixels: 52_000_000
};

const ENCODING_QUALITY = 0.85;
const SHRINKING_FACTOR = 0.8;
const MOST_ENCODING_TRIES = 10;

export const hasTooManyBytes = (file: Blob): boolean => file.size > SOURCE_PICTURE_LIMITS.bytes;

/** Decodes a picture. `large`: it was not decoded, because a small file may hold more pixels than a machine has memory for. */
export async function decodePicture(
	bytes: Uint8Array<ArrayBuffer>
): Promise<{ header: PictureHeader; bitmap: ImageBitmap } | 'unknown' | 'large'> {
	const header = readPictureHeader(bytes);
	if (header === undefined) return 'unknown';
	if (header.width * header.height > SOURCE_PICTURE_LIMITS.pixels) return 'large';
	return { header, bitmap: await createImageBitmap(new Blob([bytes], { type: header.type })) };
}

interface AcceptedPicture<Content> {
	bytes: Uint8Array<ArrayBuffer>;
	acceptedContent: Content;
	/** Size of the given picture if it had to be made smaller; null if its size was kept. */
	originalSize: { width: number; height: number } | null;
}

/**
 * Encodes the picture, smaller and smaller until `readContent` accepts the bytes. Returns undefined when it never does.
 * `longestSide` is in pixels.
 */
export async function encodePictureUntilAccepted<Content>(
	source: ImageBitmap | HTMLCanvasElement,
	type: PictureHeader['type'],
	longestSide: number,
	readContent: (bytes: Uint8Array) => Content | undefined
): Promise<AcceptedPicture<Content> | undefined> {
	const { width, height } = source;
	let scale = Math.min(1, longestSide / Math.max(width, height));
	for (let count = 0; count < MOST_ENCODING_TRIES; count++, scale *= SHRINKING_FACTOR) {
		const size = { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
		const bytes = await encodePicture(source, size, type);
		const acceptedContent = readContent(bytes);
		if (acceptedContent !== undefined)
			return { bytes, acceptedContent, originalSize: scale < 1 ? { width, height } : null };
	}
	return undefined;
}

async function encodePicture(
	source: CanvasImageSource,
	{ width, height }: { width: number; height: number },
	type: PictureHeader['type']
): Promise<Uint8Array<ArrayBuffer>> {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('This browser has no room for a picture.');
	if (type === 'image/jpeg') {
		// Draw on white, because a JPEG has no transparency and transparent parts would become black.
		context.fillStyle = '#fff';
		context.fillRect(0, 0, width, height);
	}
	context.imageSmoothingQuality = 'high';
	context.drawImage(source, 0, 0, width, height);
	// A browser that cannot encode this type encodes a PNG instead.
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, ENCODING_QUALITY));
	canvas.width = 0;
	if (blob === null) throw new Error('This browser did not write the picture.');
	return new Uint8Array(await blob.arrayBuffer());
}
