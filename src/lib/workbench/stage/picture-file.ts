/** Turns a picture of the stage into a file. */
import type { StagePicture } from '#sandbox/contract.ts';

/** Encodes a picture as a file; resolves to null where the browser cannot encode this type. */
export function encodeStagePicture(
	{ width, height, pixels }: StagePicture,
	type: 'image/png' | 'image/webp'
): Promise<Blob | null> {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
	return new Promise((resolve) => canvas.toBlob(resolve, type, 0.85));
}
