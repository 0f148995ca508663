/** Tests that sounds are recognised by their bytes, that MP3 tags are removed, and that oversized sounds are refused. */
import { expect, test } from 'vitest';
import { recogniseOwnFile } from './file-content.ts';
import { OWN_FILE_LIMITS } from './own-file.ts';
import { readSoundHeader, removeSoundTags } from './sound-header.ts';
import { createTestWav } from './testing.ts';

const letterBytes = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
/** The first bytes of a frame: MPEG 1, layer 3, 128 kbit/s, 44.1 kHz. */
const MP3_FRAME_HEADER_BYTES = [0xff, 0xfb, 0x90, 0x64];
const mp3Bytes = Uint8Array.from([...MP3_FRAME_HEADER_BYTES, ...Array<number>(200).fill(0)]);
const ID3_START_TAG = [...letterBytes('ID3'), 4, 0, 0, 0, 0, 0, 5, ...letterBytes('Nîmes')];
const ID3_END_TAG = [...letterBytes('TAG'), ...Array<number>(125).fill(65)];

test.each([
	['an MP3', mp3Bytes, 'audio/mpeg'],
	['an MP3 with a tag', Uint8Array.from([...ID3_START_TAG, ...mp3Bytes]), 'audio/mpeg'],
	['an Ogg', Uint8Array.from(letterBytes('OggS\0\x02')), 'audio/ogg'],
	['a WAV', createTestWav(10), 'audio/wav']
])('%s is recognised as a sound', (_, bytes, type) => {
	expect(readSoundHeader(bytes)).toEqual({ type });
	expect(recogniseOwnFile(bytes)).toEqual({ type });
});

test.each([
	['an empty file', []],
	['a text', letterBytes('let a = 1;')],
	['an AVI, which begins like a WAV', letterBytes('RIFF\0\0\0\0AVI ')],
	['a video', letterBytes('\0\0\0\x18ftypmp42')],
	['an HTML page after an ID3 tag', [...ID3_START_TAG, ...letterBytes('<!doctype html>')]],
	['an ID3 tag without end', letterBytes('ID3\x04\0\0\x7f\x7f\x7f\x7f')],
	['MPEG layer 2', [0xff, 0xfd, 0x90, 0x64]],
	['an MP3 frame without a bit rate', [0xff, 0xfb, 0xf0, 0x64]]
])('%s is not recognised as a sound', (_, bytes) => {
	expect(readSoundHeader(Uint8Array.from(bytes))).toBeUndefined();
});

test('tags before and after an MP3 are removed', () => {
	const taggedSound = Uint8Array.from([...ID3_START_TAG, ...ID3_START_TAG, ...mp3Bytes, ...ID3_END_TAG]);
	expect(removeSoundTags(taggedSound)).toEqual(mp3Bytes);
	expect(removeSoundTags(mp3Bytes)).toBe(mp3Bytes);
});

test('a sound beyond the limit of bytes is refused for a project', () => {
	const largeSound = new Uint8Array(OWN_FILE_LIMITS.bytes + 1);
	largeSound.set(MP3_FRAME_HEADER_BYTES);
	expect(readSoundHeader(largeSound)).toBeDefined();
	expect(recogniseOwnFile(largeSound)).toBeUndefined();
	expect(recogniseOwnFile(largeSound.subarray(1))).toBeUndefined();
	expect(recogniseOwnFile(largeSound.subarray(0, OWN_FILE_LIMITS.bytes))).toBeDefined();
});
