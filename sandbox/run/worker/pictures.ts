/** Decodes a project's pictures before its program begins, so that `loadImage` answers at once. */
import type { OwnFiles } from '../../contract.ts';

export const isPictureFile = ({ type }: Blob): boolean => type.startsWith('image/');

/** Decodes a picture. Resolves to null when it has not arrived in this browser, or when the browser cannot decode it. */
export const decodePicture = (content: Blob): Promise<ImageBitmap | null> =>
	createImageBitmap(content).catch(() => null);

export async function decodePictures(files: OwnFiles): Promise<ReadonlyMap<string, ImageBitmap | null>> {
	const pictures = Object.entries(files).filter(([, content]) => isPictureFile(content));
	return new Map(
		await Promise.all(pictures.map(async ([path, content]) => [path, await decodePicture(content)] as const))
	);
}
