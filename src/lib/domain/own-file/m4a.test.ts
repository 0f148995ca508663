/** Tests that an M4A file loses its tags and keeps its sound, and that films and damaged files are refused. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniseOwnFile } from './file-content.ts';
import { clearM4aTags } from './m4a.ts';
import { removeSoundTags } from './sound-header.ts';

const letterBytes = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
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
