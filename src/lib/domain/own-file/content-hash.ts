/** Hashes the bytes of files; a separate module, loaded only where a hash is computed. */
import { sha256 } from '@noble/hashes/sha2.js';
import { recogniseOwnFile, type OwnFileHeader } from './file-content.ts';
import type { FileOrigin, OwnFile, OwnPicture } from './own-file.ts';
import type { PictureHeader } from './picture-header.ts';

/** Returns the SHA-256 in hexadecimal digits. Written in JavaScript, because plain http has no `crypto.subtle`. */
export const sha256Of = (bytes: Uint8Array): string =>
	Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

export function isContentOfOwnFile(file: OwnFile, bytes: Uint8Array): boolean {
	const content = recogniseOwnFile(bytes);
	return content?.type === file.type && sha256Of(bytes) === file.sha256;
}

export function describeOwnFile(bytes: Uint8Array, header: PictureHeader, origin: FileOrigin): OwnPicture;
export function describeOwnFile(bytes: Uint8Array, header: OwnFileHeader, origin: FileOrigin): OwnFile;
export function describeOwnFile(bytes: Uint8Array, header: OwnFileHeader, origin: FileOrigin): OwnFile {
	const sharedFacts = { sha256: sha256Of(bytes), bytes: bytes.length, origin };
	if (!('width' in header)) return { ...sharedFacts, type: header.type };
	return { ...sharedFacts, type: header.type, width: header.width, height: header.height };
}
