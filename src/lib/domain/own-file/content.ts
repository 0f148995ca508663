/** Compares the bytes of a file with the description that a project has of it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { OWN_FILE_LIMITS, type FileOrigin, type OwnFile } from './own-file.ts';
import { readPictureHeader, type PictureHeader } from './picture-header.ts';

/** Plain http has no `crypto.subtle`. */
export const sha256Of = (bytes: Uint8Array): string =>
	Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Returns what bytes from a zip or the network are; undefined when a project may not hold them. */
export function readContent(bytes: Uint8Array): PictureHeader | undefined {
	if (bytes.length > OWN_FILE_LIMITS.bytes) return undefined;
	const header = readPictureHeader(bytes);
	const isSmall = header !== undefined && header.width <= OWN_FILE_LIMITS.side && header.height <= OWN_FILE_LIMITS.side;
	return isSmall ? header : undefined;
}

export function isContentOf(file: OwnFile, bytes: Uint8Array): boolean {
	const content = readContent(bytes);
	return content?.type === file.type && sha256Of(bytes) === file.sha256;
}

export const describeContent = (bytes: Uint8Array, header: PictureHeader, origin: FileOrigin): OwnFile => ({
	sha256: sha256Of(bytes),
	type: header.type,
	bytes: bytes.length,
	width: header.width,
	height: header.height,
	origin
});
