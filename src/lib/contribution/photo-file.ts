/** Makes the photo of a problem from a picture file, keeps it in this browser, and sends it to the server. */
import { browserValues } from '#lib/browser-values.ts';
import { parsePhoto, PHOTO_LIMITS, readPhoto } from '#lib/domain/problem-photo.ts';
import { tellPhotoKey } from '#lib/domain/teller-storage-keys.ts';
import { decodePicture, hasTooManyBytes, rewritePicture } from '#lib/ui/pictures/rewrite-picture.ts';

/** Why a file is no photo to send. `kind`: it is no PNG, JPEG or WebP. */
export type PhotoRefusal = 'kind' | 'large' | 'broken';

/**
 * Encodes a file's pixels anew, smaller where needed, so that neither place nor camera are in what is sent. Returns base64; a failure is a
 * refusal, never an error.
 */
export async function encodePhotoFile(file: Blob): Promise<{ photo: string } | { refusal: PhotoRefusal }> {
	if (hasTooManyBytes(file)) return { refusal: 'large' };
	try {
		const decodedPicture = await decodePicture(new Uint8Array(await file.arrayBuffer()));
		if (decodedPicture === 'unknown') return { refusal: 'kind' };
		if (decodedPicture === 'large') return { refusal: 'large' };
		try {
			const rewrittenPicture = await rewritePicture(decodedPicture.bitmap, 'image/jpeg', PHOTO_LIMITS.side, readPhoto);
			return rewrittenPicture === undefined
				? { refusal: 'broken' }
				: { photo: rewrittenPicture.acceptedContent.content };
		} finally {
			decodedPicture.bitmap.close();
		}
	} catch {
		return { refusal: 'broken' };
	}
}

export const createPhotoDataUrl = (photo: string): string => `data:image/jpeg;base64,${photo}`;

/** Reads the photo that this browser keeps until it is sent; null without one. `account` is null for a visitor. */
export function loadDraftPhoto(account: string | null): string | null {
	const storedPhoto = browserValues.read(tellPhotoKey(account));
	return storedPhoto === null ? null : (parsePhoto(storedPhoto)?.content ?? null);
}

export function saveDraftPhoto(account: string | null, photo: string | null): void {
	if (photo === null) browserValues.remove(tellPhotoKey(account));
	else browserValues.write(tellPhotoKey(account), photo);
}
