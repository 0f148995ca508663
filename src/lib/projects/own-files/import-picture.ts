/** Imports a picture file into a project: decodes it, makes it smaller if needed, and encodes it anew. */
import { recogniseOwnPicture } from '#lib/domain/own-file/file-content.ts';
import { OWN_FILE_LIMITS, type PictureType } from '#lib/domain/own-file/own-file.ts';
import type { PictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { decodePicture, hasTooManyBytes, encodePictureUntilAccepted } from '#lib/ui/pictures/rewrite-picture.ts';
import { isSvgFile, rasterizeSvg } from './svg.ts';

export interface ImportedPicture extends PictureHeader {
	kind: 'picture';
	/** Name of the imported file. */
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** Size of the given picture if the imported one is smaller; null when the size was kept. */
	originalSize: { width: number; height: number } | null;
}
export type PictureRefusal = 'kind' | 'heavy' | 'large' | 'broken' | 'svg';
export type PictureImportResult = ImportedPicture | { kind: 'refused'; name: string; reason: PictureRefusal };

/**
 * Imports a picture. Resolves to a refusal when that fails; never rejects. Encoding anew removes the place where a photograph
 * was taken, which the file stores beside the pixels.
 */
export async function importPicture(file: File): Promise<PictureImportResult> {
	const { name } = file;
	const refuse = (reason: PictureRefusal): PictureImportResult => ({ kind: 'refused', name, reason });
	if (hasTooManyBytes(file)) return refuse('heavy');
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const decodedPicture = await decodePicture(bytes);
		if (decodedPicture === 'large') return refuse('large');
		if (decodedPicture === 'unknown') {
			if (!isSvgFile(file)) return refuse('kind');
			const canvas = await rasterizeSvg(new TextDecoder().decode(bytes));
			return canvas === null ? refuse('svg') : await rewriteImportedPicture(name, 'image/png', canvas);
		}
		try {
			return await rewriteImportedPicture(name, decodedPicture.header.type, decodedPicture.bitmap);
		} finally {
			decodedPicture.bitmap.close();
		}
	} catch {
		return refuse('broken');
	}
}

async function rewriteImportedPicture(
	name: string,
	type: PictureType,
	source: ImageBitmap | HTMLCanvasElement
): Promise<PictureImportResult> {
	const rewrittenPicture = await encodePictureUntilAccepted(source, type, OWN_FILE_LIMITS.side, recogniseOwnPicture);
	if (rewrittenPicture === undefined) return { kind: 'refused', name, reason: 'broken' };
	const { bytes, acceptedContent, originalSize } = rewrittenPicture;
	return { kind: 'picture', name, bytes, ...acceptedContent, originalSize };
}
