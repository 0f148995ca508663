/** Removes from a JPEG what decoders do not need: locations, camera data, comments and embedded files. */

/** Tells whether decoders need a segment: JFIF head, tables, frames, restart interval. All other segments are removed. */
const isNeededJpegSegment = (marker: number): boolean =>
	marker === 0xe0 || marker === 0xdb || marker === 0xc4 || marker === 0xdd || (marker >= 0xc0 && marker <= 0xc2);

const START_OF_IMAGE_MARKER = 0xd8;
const END_OF_IMAGE_MARKER = 0xd9;
const START_OF_SCAN_MARKER = 0xda;
/** Bytes of the longest JFIF head without a thumbnail, which would be a second picture that nobody has looked at. */
const LONGEST_JFIF_HEAD_BYTES = 16;

/** Returns a JPEG without metadata and without bytes after its end; undefined for bytes that are no complete JPEG. */
export function removeJpegMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
	if (bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE_MARKER) return undefined;
	const parts: Uint8Array[] = [bytes.subarray(0, 2)];
	let at = 2;
	let hasScan = false;
	while (bytes[at] === 0xff) {
		const marker = bytes[at + 1] ?? 0;
		if (marker === END_OF_IMAGE_MARKER) {
			parts.push(bytes.subarray(at, at + 2));
			return hasScan ? joinByteParts(parts) : undefined;
		}
		const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
		if (end > bytes.length || end < at + 4) return undefined;
		if (marker === START_OF_SCAN_MARKER) {
			const scanEnd = findScanEnd(bytes, end);
			parts.push(bytes.subarray(at, scanEnd));
			hasScan = true;
			at = scanEnd;
			continue;
		}
		if (isNeededJpegSegment(marker) && !(marker === 0xe0 && end - at - 2 > LONGEST_JFIF_HEAD_BYTES))
			parts.push(bytes.subarray(at, end));
		at = end;
	}
	return undefined;
}

/** Returns the position of the first marker after a scan's data, in which FF is followed by 00 or a restart marker. */
function findScanEnd(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length) {
		const next = bytes[at + 1] ?? 0;
		if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
		at += 1;
	}
	return at;
}

function joinByteParts(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
	const joinedBytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joinedBytes.set(part, at);
		at += part.length;
	}
	return joinedBytes;
}
