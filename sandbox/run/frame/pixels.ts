/** Reads the pixels of a program's picture, scaled down if it is larger than asked for. */
import type { StagePicture } from '../../contract.ts';
import { MAX_PICTURE_SIDE_PIXELS } from '../../protocol.ts';

/** Returns the picture's pixels; null for a picture without pixels, or when the browser has no memory left for them. */
export function readPixels(picture: ImageBitmap, longestSide: number): StagePicture | null {
	const mostPixels = Math.min(longestSide, MAX_PICTURE_SIDE_PIXELS);
	const scale = Math.min(1, mostPixels / Math.max(picture.width, picture.height, 1));
	const width = Math.max(1, Math.floor(picture.width * scale));
	const height = Math.max(1, Math.floor(picture.height * scale));
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (context === null) return null;
	context.drawImage(picture, 0, 0, width, height);
	picture.close();
	return { width, height, pixels: context.getImageData(0, 0, width, height).data };
}
