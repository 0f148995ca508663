/** Decodes a project's pictures before its program begins, so that `loadImage` answers at once. */
import type { OwnFiles } from '../../contract.ts';

export const isPicture = ({ type }: Blob): boolean => type.startsWith('image/');

/** Resolves to null for what has not arrived, and for what the browser cannot decode. */
export const decodePicture = (content: Blob): Promise<ImageBitmap | null> =>
	createImageBitmap(content).catch(() => null);

export async function decodePictures(files: OwnFiles): Promise<ReadonlyMap<string, ImageBitmap | null>> {
	const pictures = Object.entries(files).filter(([, content]) => isPicture(content));
	return new Map(
		await Promise.all(pictures.map(async ([path, content]) => [path, await decodePicture(content)] as const))
	);
}
