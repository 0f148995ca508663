import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniseOwnFile } from './file-content.ts';
import { emptyM4aTags } from './m4a.ts';
import { removeSoundTags } from './sound-header.ts';

const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const number = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const box = (type: string, ...parts: number[][]): number[] => {
	const body = parts.flat();
	return [...number(body.length + 8), ...letters(type), ...body];
};
const zeros = (count: number) => Array<number>(count).fill(0);
const MOMENT = number(3_900_000_000);

const FTYP = box('ftyp', letters('M4A '), zeros(4));
const SOUND = box('mdat', letters('the sound itself'));
const handler = (kind: string, name: string) => box('hdlr', zeros(8), letters(kind), zeros(12), letters(name));
/** The reference to the file that holds the sound: this one. */
const THIS_FILE = [...zeros(7), 1, ...box('url ', [0, 0, 0, 1])];
const track = (kind: string, name = '', reference = THIS_FILE) =>
	box(
		'trak',
		box('tkhd', zeros(4), MOMENT, MOMENT),
		box('mdia', handler(kind, name), box('minf', box('dinf', box('dref', reference)), box('stbl')))
	);
const m4a = (...more: number[][]) =>
	Uint8Array.from([FTYP, box('moov', box('mvhd', zeros(4), MOMENT, MOMENT), ...more), SOUND].flat());

const TAGS = box(
	'udta',
	box('\u00a9xyz', letters('+43.8367+004.3601/')),
	box('meta', letters('Enregistrement de Noor'))
);
const tagged = m4a(track('soun', 'Noor’s telephone'), TAGS);
const textOf = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []));

test('tags of place, name, program and moment are emptied; the sound and its place in the file stay', () => {
	const emptied = emptyM4aTags(tagged);
	expect(emptied).toHaveLength(tagged.length);
	const text = textOf(emptied);
	for (const tag of ['+43', 'Noor', 'telephone', 'udta', textOf(Uint8Array.from(MOMENT))]) {
		expect(textOf(tagged)).toContain(tag);
		expect(text).not.toContain(tag);
	}
	expect(text.indexOf('the sound itself')).toBe(textOf(tagged).indexOf('the sound itself'));
	expect(removeSoundTags(tagged)).toEqual(emptied);
	expect(emptyM4aTags(emptied ?? new Uint8Array())).toEqual(emptied);
	expect(recogniseOwnFile(tagged)).toEqual({ type: 'audio/mp4' });
});

test('a sound of a real encoder keeps its sound and loses its title', () => {
	const sound = Uint8Array.from(readFileSync('tests/fixtures/note.m4a'));
	const emptied = emptyM4aTags(sound);
	expect(textOf(sound)).toContain('Noor');
	expect(textOf(emptied)).not.toContain('Noor');
	const samples = textOf(sound).indexOf('mdat');
	expect(emptied?.subarray(samples, samples + 1500)).toEqual(sound.subarray(samples, samples + 1500));
});

test('a long length, a length to the end of the file and an unknown box beside the sound are read', () => {
	const long = [...number(1), ...letters('uuid'), ...number(0), ...number(22), ...letters('secret')];
	const last = [...number(0), ...letters('mdat'), 1, 2, 3];
	const bytes = Uint8Array.from([...FTYP, ...box('moov', track('soun')), ...long, ...last]);
	const emptied = emptyM4aTags(bytes);
	expect(textOf(emptied)).not.toContain('secret');
	expect([...(emptied ?? [])].slice(-3)).toEqual([1, 2, 3]);
});

test.each([
	['a film', m4a(track('vide'), track('soun'))],
	['a sound beside a track of places', m4a(track('soun'), track('meta'))],
	['a sound beside a track that does not say what it is', m4a(track('soun'), box('trak', box('tkhd', zeros(12))))],
	[
		'a sound that is in another file',
		m4a(track('soun', '', [...zeros(7), 1, ...box('url ', letters('file:///Users/noor/memo.m4a'))]))
	],
	['a file without a track', m4a()],
	['a file that ends within a box', tagged.subarray(0, tagged.length - 1)],
	[
		'a box longer than the one around it',
		Uint8Array.from([...FTYP, ...number(16), ...letters('moov'), ...number(99), ...letters('trak')])
	],
	['a box shorter than its own head', Uint8Array.from([...FTYP, ...number(4), ...letters('moov')])],
	['a file of ten thousand nested boxes', nested(10_000)],
	['another kind of file', Uint8Array.from(letters('let a = 1;'))]
])('%s is no sound', (_, bytes) => {
	expect(emptyM4aTags(bytes)).toBeUndefined();
	expect(recogniseOwnFile(bytes)).toBeUndefined();
});

function nested(depth: number): Uint8Array {
	const heads = Array.from({ length: depth }, (_, at) => [...number((depth - at) * 8), ...letters('moov')]);
	return Uint8Array.from([...FTYP, ...heads.flat()]);
}
