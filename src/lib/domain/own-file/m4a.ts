/** Recognises M4A sounds, as telephones record them, and empties what says when, where and by whom. */

/** A box of ISO/IEC 14496-12: four bytes of length, four letters, and a body. Positions are counted in bytes from the file's start. */
interface Box {
	type: string;
	bodyAt: number;
	end: number;
}

/** The tracks that were found, and the kind that each handler names. */
interface Tracks {
	count: number;
	kinds: string[];
}

/** Letters of a box that players pass over: "free". */
const FREE_LETTERS = [0x66, 0x72, 0x65, 0x65];
/** Boxes that consist of boxes, which are read one by one. */
const CONTAINER_TYPES: ReadonlySet<string> = new Set('moov trak mdia minf dinf stbl edts mvex moof traf'.split(' '));
/** Boxes without which a sound does not play. Every other box is emptied: tags of a song, places, pictures. */
const NEEDED_TYPES: ReadonlySet<string> = new Set(
	`ftyp mdat mvhd tkhd mdhd hdlr smhd dref elst stsd stts stsc stsz stz2 stco co64 sgpd sbgp
	mehd trex mfhd tfhd tfdt trun sidx`.split(/\s+/)
);
/** Boxes that begin with the moments of creation and of the last change, after their version and flags. */
const DATED_TYPES: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);
/** Positions in the body of a handler: the kind of its track, and the name of the program that wrote it. */
const HANDLER_KIND_AT = 8;
const HANDLER_NAME_AT = 24;

/** Bytes of the box that says that a track's sound is in this file; a longer one names another file, perhaps with a person's folder. */
const OWN_REFERENCE_BYTES = 28;
/** Boxes lie in one another at most this deep; a file made to be deeper is no sound. */
const DEEPEST_BOX_LEVEL = 8;

const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/**
 * Returns an M4A whose sound is the same and whose tags are emptied, of the same length, because it holds positions of its own
 * parts; undefined for bytes that are no MP4 file with sound tracks alone.
 */
export function emptyM4aTags<Bytes extends Uint8Array>(bytes: Bytes): Bytes | undefined {
	if (textAt(bytes, 4) !== 'ftyp') return undefined;
	const emptiedBytes = bytes.slice() as Bytes;
	const tracks: Tracks = { count: 0, kinds: [] };
	if (!emptyBoxes(emptiedBytes, { type: '', bodyAt: 0, end: emptiedBytes.length }, tracks)) return undefined;
	const { count, kinds } = tracks;
	return count > 0 && count === kinds.length && kinds.every((kind) => kind === 'soun') ? emptiedBytes : undefined;
}

/** Empties the boxes within another, and counts the tracks. Returns false when the bytes are no boxes of a sound. */
function emptyBoxes(bytes: Uint8Array, outerBox: Box, tracks: Tracks, depth = 0): boolean {
	if (depth > DEEPEST_BOX_LEVEL) return false;
	for (let at = outerBox.bodyAt; at < outerBox.end;) {
		const box = readBox(bytes, at, outerBox.end);
		if (box === undefined) return false;
		const { type, bodyAt, end } = box;
		if (type === 'trak') tracks.count += 1;
		if (type === 'dref' && end - at > OWN_REFERENCE_BYTES) return false;
		if (CONTAINER_TYPES.has(type)) {
			if (!emptyBoxes(bytes, box, tracks, depth + 1)) return false;
		} else if (!NEEDED_TYPES.has(type)) {
			bytes.set(FREE_LETTERS, at + 4);
			bytes.fill(0, bodyAt, end);
		} else if (type === 'hdlr') {
			if (outerBox.type === 'mdia') tracks.kinds.push(textAt(bytes, bodyAt + HANDLER_KIND_AT));
			bytes.fill(0, Math.min(bodyAt + HANDLER_NAME_AT, end), end);
		} else if (DATED_TYPES.has(type)) {
			const momentBytes = bytes[bodyAt] === 1 ? 16 : 8;
			bytes.fill(0, Math.min(bodyAt + 4, end), Math.min(bodyAt + 4 + momentBytes, end));
		}
		at = end;
	}
	return true;
}

/** Reads the box at a position; undefined when its length is not possible there. */
function readBox(bytes: Uint8Array, at: number, limit: number): Box | undefined {
	if (at + 8 > limit) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const lengthField = view.getUint32(at);
	// A length of 1 stands for a longer number behind the letters, and 0 for all that follows.
	const isLong = lengthField === 1;
	if (isLong && at + 16 > limit) return undefined;
	const length = isLong ? Number(view.getBigUint64(at + 8)) : lengthField === 0 ? limit - at : lengthField;
	const bodyAt = at + (isLong ? 16 : 8);
	const end = at + length;
	return end < bodyAt || end > limit ? undefined : { type: textAt(bytes, at + 4), bodyAt, end };
}
