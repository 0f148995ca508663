/** Unpacks a zip piece by piece, stopping as soon as its contents exceed the limits. */
import { Unzip, UnzipInflate } from 'fflate';
import { ZIP_LIMITS } from './folder.ts';

export type UnpackResult =
	| { kind: 'entries'; entries: Map<string, Uint8Array<ArrayBuffer>> }
	| { kind: 'not-a-zip' }
	| { kind: 'too-big' }
	| { kind: 'broken' };

const PIECE_BYTES = 4096;

class TooBigError extends Error {}
class BrokenZipError extends Error {}

export function unpack(bytes: Uint8Array, limits = ZIP_LIMITS): UnpackResult {
	if (bytes.length > limits.zip) return { kind: 'too-big' };
	// A zip begins with the header of a file or, when empty, with the end record; both begin with PK.
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { kind: 'not-a-zip' };
	const entries = new Map<string, Uint8Array<ArrayBuffer>>();
	let total = 0;
	let open = 0;
	const unzip = new Unzip((file) => {
		if (file.name.endsWith('/')) return;
		if (entries.size + open >= limits.files) throw new TooBigError();
		const pieces: Uint8Array[] = [];
		open++;
		file.ondata = (error, piece, last) => {
			// An error thrown in the callback below comes back here.
			if (error) throw error instanceof TooBigError ? error : new BrokenZipError();
			pieces.push(piece.slice());
			total += piece.length;
			if (total > limits.unpacked) throw new TooBigError();
			if (!last) return;
			open--;
			entries.set(file.name, joinPieces(pieces));
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	try {
		for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
			unzip.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
		}
	} catch (error) {
		return { kind: error instanceof TooBigError ? 'too-big' : 'broken' };
	}
	return open > 0 ? { kind: 'broken' } : { kind: 'entries', entries };
}

function joinPieces(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
