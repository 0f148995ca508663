/** Recognises bytes that a project may hold as an own file. */
import { OWN_FILE_LIMITS } from './own-file.ts';
import { recogniseOwnPicture } from './picture-content.ts';
import { readPictureHeader, type PictureHeader } from './picture-header.ts';
import { readPageOnlyHeader, type PageOnlyHeader } from './page-only-header.ts';
import { readSoundHeader, type SoundHeader } from './sound-header.ts';

export type OwnFileHeader = PictureHeader | SoundHeader | PageOnlyHeader;

/** Reads the header of a picture, sound, font, film or model of any size; undefined for other bytes. */
export const readFileHeader = (bytes: Uint8Array): OwnFileHeader | undefined =>
	readPictureHeader(bytes) ?? readSoundOrPageOnlyHeader(bytes);

const readSoundOrPageOnlyHeader = (bytes: Uint8Array): SoundHeader | PageOnlyHeader | undefined =>
	readSoundHeader(bytes) ?? readPageOnlyHeader(bytes);

/** Returns the header of a file from a zip or the network; undefined when a project may not hold these bytes. */
export function recogniseOwnFile(bytes: Uint8Array): OwnFileHeader | undefined {
	const isSmall = bytes.length <= OWN_FILE_LIMITS.bytes;
	return recogniseOwnPicture(bytes) ?? (isSmall ? readSoundOrPageOnlyHeader(bytes) : undefined);
}
