/** Recognises sound files by their first bytes, and removes their tags, in which names and places may stand. */
import { clearM4aTags } from './m4a.ts';
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
