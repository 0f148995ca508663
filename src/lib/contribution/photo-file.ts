/** Makes a problem's photo from a picture file, and stores an unsent photo in this browser. */
import { browserValueStore } from '#lib/browser-values.ts';
import { parsePhotoBase64, PHOTO_LIMITS, readPhotoBytes } from '#lib/domain/problem-photo.ts';
import { problemPhotoStorageKey } from '#lib/domain/storage-keys.ts';
import { decodePicture, hasTooManyBytes, encodePictureUntilAccepted } from '#lib/ui/pictures/rewrite-picture.ts';

/** Why a file cannot be sent as a photo. `kind`: the file is not PNG, JPEG or WebP. */
export type PhotoRefusal = 'kind' | 'large' | 'broken';

/**
 * Encodes a file's pixels anew, smaller if needed, which removes what the file tells of place and camera. Returns base64, or why
 * the file is refused; never rejects.
 */
export async function encodePhotoFile(file: Blob): Promise<{ photo: string } | { refusal: PhotoRefusal }> {
	if (hasTooManyBytes(file)) return { refusal: 'large' };
	try {
		const decodedPicture = await decodePicture(new Uint8Array(await file.arrayBuffer()));
		if (decodedPicture === 'unknown') return { refusal: 'kind' };
		if (decodedPicture === 'large') return { refusal: 'large' };
		try {
			const rewrittenPicture = await encodePictureUntilAccepted(
				decodedPicture.bitmap,
				'image/jpeg',
				PHOTO_LIMITS.side,
				readPhotoBytes
			);
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

/** Returns the unsent photo stored in this browser; null when there is none. `account` is null for a visitor. */
export function loadDraftPhoto(account: string | null): string | null {
	const storedPhoto = browserValueStore.read(problemPhotoStorageKey(account));
	return storedPhoto === null ? null : (parsePhotoBase64(storedPhoto)?.content ?? null);
}

export function saveDraftPhoto(account: string | null, photo: string | null): void {
	if (photo === null) browserValueStore.remove(problemPhotoStorageKey(account));
	else browserValueStore.write(problemPhotoStorageKey(account), photo);
}
