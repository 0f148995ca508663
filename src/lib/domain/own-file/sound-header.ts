import { SOUND_TYPES, type SoundType } from './own-file.ts';

export interface SoundHeader {
	type: SoundType;
}

const readByteText = (bytes: Uint8Array, at: number, length: number): string =>
	String.fromCharCode(...bytes.subarray(at, at + length));

/** Bytes of the tag at the end of an MP3 (ID3v1). */
const ID3V1_TAG_BYTES = 128;

/** Reads a sound's header; undefined for bytes that are no MP3, M4A, Ogg or WAV, whatever the file's name says. */
export function readSoundHeader(bytes: Uint8Array): SoundHeader | undefined {
	if (readByteText(bytes, 0, 4) === 'OggS') return { type: SOUND_TYPES.ogg };
	if (readByteText(bytes, 0, 4) === 'RIFF' && readByteText(bytes, 8, 4) === 'WAVE') return { type: SOUND_TYPES.wav };
	if (clearM4aTags(bytes) !== undefined) return { type: SOUND_TYPES.m4a };
	return isMpegFrameStart(removeMp3Tags(bytes)) ? { type: SOUND_TYPES.mp3 } : undefined;
}

/** Tells whether the bytes begin with a frame of MPEG audio, layer 3: eleven set bits, a known version, and rates that exist. */
function isMpegFrameStart([first = 0, second = 0, third = 0]: Uint8Array): boolean {
	const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3];
	const [bitRate, sampleRate] = [third >> 4, (third >> 2) & 3];
	return (
		first === 0xff && second >> 5 === 7 && version !== 1 && layer === 1 && bitRate > 0 && bitRate < 15 && sampleRate < 3
	);
}

/**
 * Returns an MP3 or M4A without the tags in which a telephone or a program writes names, places and pictures; other bytes are
 * returned as they are.
 */
export function removeSoundTags<Bytes extends Uint8Array>(bytes: Bytes): Bytes {
	return clearM4aTags(bytes) ?? removeMp3Tags(bytes);
}

/** Returns an MP3 without its tags: ID3v1, and ID3v2 as in https://id3.org/id3v2.4.0-structure. */
function removeMp3Tags<Bytes extends Uint8Array>(bytes: Bytes): Bytes {
	let soundStart = 0;
	while (readByteText(bytes, soundStart, 3) === 'ID3') {
		const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(soundStart + 6, soundStart + 10);
		const hasFooter = ((bytes[soundStart + 5] ?? 0) & 0x10) !== 0;
		soundStart +=
			10 + (hasFooter ? 10 : 0) + (((a & 0x7f) << 21) | ((b & 0x7f) << 14) | ((c & 0x7f) << 7) | (d & 0x7f));
	}
	const hasEndTag =
		bytes.length - soundStart > ID3V1_TAG_BYTES && readByteText(bytes, bytes.length - ID3V1_TAG_BYTES, 3) === 'TAG';
	const soundEnd = hasEndTag ? bytes.length - ID3V1_TAG_BYTES : bytes.length;
	return (soundStart === 0 && soundEnd === bytes.length ? bytes : bytes.slice(soundStart, soundEnd)) as Bytes;
}

/** A box of ISO/IEC 14496-12: four bytes of length, four letters, and a body. Positions are counted in bytes from the file's start. */
interface Mp4Box {
	type: string;
	bodyAt: number;
	end: number;
}

interface FoundTracks {
	count: number;
	kinds: string[];
}

/** The letters "free": the type of a box that players ignore. */
const FREE_BOX_LETTERS = [0x66, 0x72, 0x65, 0x65];
const CONTAINER_BOX_TYPES: ReadonlySet<string> = new Set(
	'moov trak mdia minf dinf stbl edts mvex moof traf'.split(' ')
);
/** Boxes that players need to play the sound. Every other box is emptied, such as tags, locations and pictures. */
const NEEDED_BOX_TYPES: ReadonlySet<string> = new Set(
	`ftyp mdat mvhd tkhd mdhd hdlr smhd dref elst stsd stts stsc stsz stz2 stco co64 sgpd sbgp
	mehd trex mfhd tfhd tfdt trun sidx`.split(/\s+/)
);
/** Boxes that hold the times of creation and of the last change, after their version and flags. */
const DATED_BOX_TYPES: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);
/** Positions in a handler's body: of the kind of its track, and of the name of the program that wrote it. */
const HANDLER_KIND_OFFSET = 8;
const HANDLER_NAME_OFFSET = 24;

/**
 * Bytes of a reference that says that the sound is in this file; a longer one names another file, perhaps with a person's folder.
 */
const SAME_FILE_REFERENCE_BYTES = 28;
/** Deepest level of boxes within boxes; a file with deeper levels is refused. */
const DEEPEST_BOX_LEVEL = 8;

const readFourLetters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/**
 * Returns an M4A with the same sound and emptied tags. Its length stays the same, because the file holds positions of its own
 * parts. Returns undefined for bytes that are no MP4 file with only sound tracks.
 */
export function clearM4aTags<Bytes extends Uint8Array>(bytes: Bytes): Bytes | undefined {
	if (readFourLetters(bytes, 4) !== 'ftyp') return undefined;
	const emptiedBytes = bytes.slice() as Bytes;
	const tracks: FoundTracks = { count: 0, kinds: [] };
	if (!clearUnneededBoxes(emptiedBytes, { type: '', bodyAt: 0, end: emptiedBytes.length }, tracks)) return undefined;
	const { count, kinds } = tracks;
	return count > 0 && count === kinds.length && kinds.every((kind) => kind === 'soun') ? emptiedBytes : undefined;
}

/** Empties the unneeded boxes within a box, and counts the tracks. Returns false when the bytes are no boxes of a sound. */
function clearUnneededBoxes(bytes: Uint8Array, outerBox: Mp4Box, tracks: FoundTracks, depth = 0): boolean {
	if (depth > DEEPEST_BOX_LEVEL) return false;
	for (let at = outerBox.bodyAt; at < outerBox.end;) {
		const box = readBox(bytes, at, outerBox.end);
		if (box === undefined) return false;
		const { type, bodyAt, end } = box;
		if (type === 'trak') tracks.count += 1;
		if (type === 'dref' && end - at > SAME_FILE_REFERENCE_BYTES) return false;
		if (CONTAINER_BOX_TYPES.has(type)) {
			if (!clearUnneededBoxes(bytes, box, tracks, depth + 1)) return false;
		} else if (!NEEDED_BOX_TYPES.has(type)) {
			bytes.set(FREE_BOX_LETTERS, at + 4);
			bytes.fill(0, bodyAt, end);
		} else if (type === 'hdlr') {
			if (outerBox.type === 'mdia') tracks.kinds.push(readFourLetters(bytes, bodyAt + HANDLER_KIND_OFFSET));
			bytes.fill(0, Math.min(bodyAt + HANDLER_NAME_OFFSET, end), end);
		} else if (DATED_BOX_TYPES.has(type)) {
			const momentBytes = bytes[bodyAt] === 1 ? 16 : 8;
			bytes.fill(0, Math.min(bodyAt + 4, end), Math.min(bodyAt + 4 + momentBytes, end));
		}
		at = end;
	}
	return true;
}

/** Reads the box at a position; undefined when the box's length does not fit there. */
function readBox(bytes: Uint8Array, at: number, limit: number): Mp4Box | undefined {
	if (at + 8 > limit) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const lengthField = view.getUint32(at);
	// A length of 1 means that a longer number follows the letters, and 0 that the box reaches to the end.
	const isLong = lengthField === 1;
	if (isLong && at + 16 > limit) return undefined;
	const length = isLong ? Number(view.getBigUint64(at + 8)) : lengthField === 0 ? limit - at : lengthField;
	const bodyAt = at + (isLong ? 16 : 8);
	const end = at + length;
	return end < bodyAt || end > limit ? undefined : { type: readFourLetters(bytes, at + 4), bodyAt, end };
}
