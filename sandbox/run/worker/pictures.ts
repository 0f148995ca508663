/** Decodes a project's pictures before its program begins, so that `loadImage` answers at once. */
import type { OwnFiles } from '../../contract.ts';

const isPicture = ({ type }: Blob): boolean => type.startsWith('image/');

/** Leaves out what the browser cannot decode: `loadImage` then says that there is no such picture. */
export async function decodePictures(files: OwnFiles = {}): Promise<ReadonlyMap<string, ImageBitmap>> {
	const pictures = Object.entries(files).filter(([, content]) => isPicture(content));
	const decoded = await Promise.all(
		pictures.map(async ([path, content]) => [path, await createImageBitmap(content).catch(() => null)] as const)
	);
	return new Map(decoded.flatMap(([path, picture]) => (picture === null ? [] : [[path, picture] as const])));
}
