import { Unzip, UnzipInflate } from 'fflate';
import { PROJECT_ZIP_LIMITS } from './folder.ts';

export type UnpackZipResult =
	| { kind: 'entries'; entries: Map<string, Uint8Array<ArrayBuffer>> }
	| { kind: 'not-a-zip' }
	| { kind: 'too-big' }
	| { kind: 'broken' };

const ZIP_PART_BYTES = 4096;

class ZipTooBigError extends Error {}
class BrokenZipError extends Error {}

export function unpackZip(bytes: Uint8Array, limits = PROJECT_ZIP_LIMITS): UnpackZipResult {
	if (bytes.length > limits.zipBytes) return { kind: 'too-big' };
	// A zip begins with a file's header or, when empty, with the end record; both begin with the letters PK.
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { kind: 'not-a-zip' };
	const entries = new Map<string, Uint8Array<ArrayBuffer>>();
	let totalBytes = 0;
	let openFileCount = 0;
	const unzipper = new Unzip((file) => {
		if (file.name.endsWith('/')) return;
		if (entries.size + openFileCount >= limits.files) throw new ZipTooBigError();
		const pieces: Uint8Array[] = [];
		openFileCount++;
		file.ondata = (error, piece, last) => {
			// An error thrown further down in this callback arrives here as `error`.
			if (error) throw error instanceof ZipTooBigError ? error : new BrokenZipError();
			pieces.push(piece.slice());
			totalBytes += piece.length;
			if (totalBytes > limits.unpackedBytes) throw new ZipTooBigError();
			if (!last) return;
			openFileCount--;
			entries.set(file.name, joinByteArrays(pieces));
		};
		file.start();
	});
	unzipper.register(UnzipInflate);
	try {
		for (let at = 0; at < bytes.length; at += ZIP_PART_BYTES) {
			unzipper.push(bytes.subarray(at, at + ZIP_PART_BYTES), at + ZIP_PART_BYTES >= bytes.length);
		}
	} catch (error) {
		return { kind: error instanceof ZipTooBigError ? 'too-big' : 'broken' };
	}
	return openFileCount > 0 ? { kind: 'broken' } : { kind: 'entries', entries };
}

function joinByteArrays(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
	const wholeBytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		wholeBytes.set(piece, at);
		at += piece.length;
	}
	return wholeBytes;
}
