import { expect, test } from 'vitest';
import { recogniseOwnFile } from './file-content.ts';
import { OWN_FILE_LIMITS } from './own-file.ts';
import { readSoundHeader, removeSoundTags, clearM4aTags } from './sound-header.ts';
import { createTestWav } from './testing.ts';
import { readFileSync } from 'node:fs';

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

const encodeFourBytes = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const createBox = (type: string, ...parts: number[][]): number[] => {
	const body = parts.flat();
	return [...encodeFourBytes(body.length + 8), ...letterBytes(type), ...body];
};
const zeroBytes = (count: number) => Array<number>(count).fill(0);
const TIMESTAMP_BYTES = encodeFourBytes(3_900_000_000);

const FTYP_BOX = createBox('ftyp', letterBytes('M4A '), zeroBytes(4));
const SOUND_BOX = createBox('mdat', letterBytes('the sound itself'));
const createHandlerBox = (kind: string, name: string) =>
	createBox('hdlr', zeroBytes(8), letterBytes(kind), zeroBytes(12), letterBytes(name));
/** A reference that says that the sound is in this file itself. */
const THIS_FILE_REFERENCE = [...zeroBytes(7), 1, ...createBox('url ', [0, 0, 0, 1])];
const createTrackBox = (kind: string, name = '', reference = THIS_FILE_REFERENCE) =>
	createBox(
		'trak',
		createBox('tkhd', zeroBytes(4), TIMESTAMP_BYTES, TIMESTAMP_BYTES),
		createBox(
			'mdia',
			createHandlerBox(kind, name),
			createBox('minf', createBox('dinf', createBox('dref', reference)), createBox('stbl'))
		)
	);
const createM4a = (...moreBoxes: number[][]) =>
	Uint8Array.from(
		[
			FTYP_BOX,
			createBox('moov', createBox('mvhd', zeroBytes(4), TIMESTAMP_BYTES, TIMESTAMP_BYTES), ...moreBoxes),
			SOUND_BOX
		].flat()
	);

const TAGS_BOX = createBox(
	'udta',
	createBox('\u00a9xyz', letterBytes('+43.8367+004.3601/')),
	createBox('meta', letterBytes('Enregistrement de Noor'))
);
const taggedM4a = createM4a(createTrackBox('soun', 'Noor’s telephone'), TAGS_BOX);
const decodeBytes = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []));

test('tags with place, names and times are emptied, and the sound stays at its position', () => {
	const emptiedBytes = clearM4aTags(taggedM4a);
	expect(emptiedBytes).toHaveLength(taggedM4a.length);
	const text = decodeBytes(emptiedBytes);
	for (const tag of ['+43', 'Noor', 'telephone', 'udta', decodeBytes(Uint8Array.from(TIMESTAMP_BYTES))]) {
		expect(decodeBytes(taggedM4a)).toContain(tag);
		expect(text).not.toContain(tag);
	}
	expect(text.indexOf('the sound itself')).toBe(decodeBytes(taggedM4a).indexOf('the sound itself'));
	expect(removeSoundTags(taggedM4a)).toEqual(emptiedBytes);
	expect(clearM4aTags(emptiedBytes ?? new Uint8Array())).toEqual(emptiedBytes);
	expect(recogniseOwnFile(taggedM4a)).toEqual({ type: 'audio/mp4' });
});

test('a file of a real encoder keeps its sound and loses its title', () => {
	const soundBytes = Uint8Array.from(readFileSync('tests/fixtures/note.m4a'));
	const emptiedBytes = clearM4aTags(soundBytes);
	expect(decodeBytes(soundBytes)).toContain('Noor');
	expect(decodeBytes(emptiedBytes)).not.toContain('Noor');
	const samplesAt = decodeBytes(soundBytes).indexOf('mdat');
	expect(emptiedBytes?.subarray(samplesAt, samplesAt + 1500)).toEqual(soundBytes.subarray(samplesAt, samplesAt + 1500));
});

test('boxes of 64-bit length, of length to the end, and of unknown kind are read', () => {
	const longBox = [
		...encodeFourBytes(1),
		...letterBytes('uuid'),
		...encodeFourBytes(0),
		...encodeFourBytes(22),
		...letterBytes('secret')
	];
	const lastBox = [...encodeFourBytes(0), ...letterBytes('mdat'), 1, 2, 3];
	const bytes = Uint8Array.from([...FTYP_BOX, ...createBox('moov', createTrackBox('soun')), ...longBox, ...lastBox]);
	const emptiedBytes = clearM4aTags(bytes);
	expect(decodeBytes(emptiedBytes)).not.toContain('secret');
	expect([...(emptiedBytes ?? [])].slice(-3)).toEqual([1, 2, 3]);
});

test.each([
	['a film', createM4a(createTrackBox('vide'), createTrackBox('soun'))],
	['a sound beside a track of places', createM4a(createTrackBox('soun'), createTrackBox('meta'))],
	[
		'a sound beside a track that does not say what it is',
		createM4a(createTrackBox('soun'), createBox('trak', createBox('tkhd', zeroBytes(12))))
	],
	[
		'a sound that is in another file',
		createM4a(
			createTrackBox('soun', '', [...zeroBytes(7), 1, ...createBox('url ', letterBytes('file:///Users/noor/memo.m4a'))])
		)
	],
	['a file without a track', createM4a()],
	['a file that ends within a box', taggedM4a.subarray(0, taggedM4a.length - 1)],
	[
		'a box longer than the one around it',
		Uint8Array.from([
			...FTYP_BOX,
			...encodeFourBytes(16),
			...letterBytes('moov'),
			...encodeFourBytes(99),
			...letterBytes('trak')
		])
	],
	['a box shorter than its own head', Uint8Array.from([...FTYP_BOX, ...encodeFourBytes(4), ...letterBytes('moov')])],
	['a file of ten thousand nested boxes', createNestedBoxes(10_000)],
	['another kind of file', Uint8Array.from(letterBytes('let a = 1;'))]
])('%s is refused as a sound', (_, bytes) => {
	expect(clearM4aTags(bytes)).toBeUndefined();
	expect(recogniseOwnFile(bytes)).toBeUndefined();
});

function createNestedBoxes(depth: number): Uint8Array {
	const boxHeads = Array.from({ length: depth }, (_, at) => [
		...encodeFourBytes((depth - at) * 8),
		...letterBytes('moov')
	]);
	return Uint8Array.from([...FTYP_BOX, ...boxHeads.flat()]);
}
