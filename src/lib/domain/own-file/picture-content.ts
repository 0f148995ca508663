/** Recognises bytes that a project may hold as a picture. */
import { OWN_FILE_LIMITS } from './own-file.ts';
import { readPictureHeader, type PictureHeader } from './picture-header.ts';

/** Returns the type and size of a picture from a zip or the network; undefined when a project may not hold these bytes. */
export function recogniseOwnPicture(bytes: Uint8Array): PictureHeader | undefined {
	if (bytes.length > OWN_FILE_LIMITS.bytes) return undefined;
	const header = readPictureHeader(bytes);
	const isSmall = header !== undefined && header.width <= OWN_FILE_LIMITS.side && header.height <= OWN_FILE_LIMITS.side;
	return isSmall ? header : undefined;
}
