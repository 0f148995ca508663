/** Tests that a JPEG photo loses its hidden metadata, and that damaged or oversized photos are refused. */
import { expect, test } from 'vitest';
import { removeJpegMetadata } from './bare-jpeg.ts';
import { toBase64 } from './own-file/base64.ts';
import { createBareJpeg, createTestJpeg, createTextSegment } from './jpeg-testing.ts';
import { LONGEST_PHOTO_TEXT, parsePhoto, PHOTO_LIMITS, readPhoto } from './problem-photo.ts';

const textIn = (bytes: Uint8Array | undefined) => new TextDecoder('latin1').decode(bytes);
const HIDDEN_TEXT = 'Exif 48.39 N <script>alert(1)</script>';

test('a bare picture stays as it is', () => {
	expect(removeJpegMetadata(createBareJpeg())).toEqual(createBareJpeg());
	expect(readPhoto(createBareJpeg())).toEqual({ content: toBase64(createBareJpeg()), width: 640, height: 480 });
});

test.each([
	['a place', 0xe1],
	['a colour profile', 0xe2],
	['a comment', 0xfe],
	['what a program wrote', 0xed],
	['a second head with a thumbnail', 0xe0]
])('%s is left out', (_, marker) => {
	const bytes = createTestJpeg({ segmentsBefore: createTextSegment(marker, HIDDEN_TEXT) });
	expect(textIn(bytes)).toContain(HIDDEN_TEXT);
	expect(removeJpegMetadata(bytes)).toEqual(createBareJpeg());
});

test('what follows the end is cut away, and scans stay whole', () => {
	expect(
		removeJpegMetadata(createTestJpeg({ bytesAfter: [...HIDDEN_TEXT].map((letter) => letter.charCodeAt(0)) }))
	).toEqual(createBareJpeg());
	const scanData = [1, 0xff, 0, 2, 0xff, 0xd3, 3];
	expect(textIn(removeJpegMetadata(createTestJpeg({ scanData })))).toContain(textIn(Uint8Array.from(scanData)));
});

test.each([
	['nothing', new Uint8Array()],
	['a page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
	['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
	['half a picture', createBareJpeg().subarray(0, 40)],
	['a picture without its end', createBareJpeg().subarray(0, createBareJpeg().length - 2)],
	['a head alone', Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])],
	['a segment that is longer than the file', Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1])],
	['a segment of no length', Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xd9])]
])('%s is no photo', (_, bytes) => {
	expect(removeJpegMetadata(bytes)).toBeUndefined();
	expect(readPhoto(bytes)).toBeUndefined();
});

test('a photo has bounds', () => {
	expect(readPhoto(createTestJpeg({ width: PHOTO_LIMITS.side, height: PHOTO_LIMITS.side }))).toBeDefined();
	expect(readPhoto(createTestJpeg({ width: PHOTO_LIMITS.side + 1 }))).toBeUndefined();
	expect(readPhoto(createTestJpeg({ width: 30_000, height: 30_000 }))).toBeUndefined();
	expect(readPhoto(createTestJpeg({ scanData: Array.from({ length: PHOTO_LIMITS.bytes }, () => 1) }))).toBeUndefined();
	expect(parsePhoto(toBase64(createBareJpeg()))).toEqual(readPhoto(createBareJpeg()));
	for (const text of ['', 'é', '====', 'A'.repeat(LONGEST_PHOTO_TEXT + 4)]) expect(parsePhoto(text)).toBeUndefined();
});
