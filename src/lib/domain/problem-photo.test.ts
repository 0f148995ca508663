import { expect, test } from 'vitest';
import {
	removeJpegMetadata,
	LONGEST_PHOTO_BASE64,
	parsePhotoBase64,
	PHOTO_LIMITS,
	readPhotoBytes
} from './problem-photo.ts';
import { toBase64 } from './own-file/base64.ts';
import { createJpegWithoutMetadata, createTestJpeg, createTextSegment } from './own-file/testing.ts';

const decodeLatin1 = (bytes: Uint8Array | undefined) => new TextDecoder('latin1').decode(bytes);
const METADATA_TEXT = 'Exif 48.39 N <script>alert(1)</script>';

test('a JPEG without metadata stays as it is', () => {
	expect(removeJpegMetadata(createJpegWithoutMetadata())).toEqual(createJpegWithoutMetadata());
	expect(readPhotoBytes(createJpegWithoutMetadata())).toEqual({
		content: toBase64(createJpegWithoutMetadata()),
		width: 640,
		height: 480
	});
});

test.each([
	['location data', 0xe1],
	['a colour profile', 0xe2],
	['a comment', 0xfe],
	['a note of an image program', 0xed],
	['a second head with a thumbnail', 0xe0]
])('%s is removed from a JPEG', (_, marker) => {
	const bytes = createTestJpeg({ segmentsBefore: createTextSegment(marker, METADATA_TEXT) });
	expect(decodeLatin1(bytes)).toContain(METADATA_TEXT);
	expect(removeJpegMetadata(bytes)).toEqual(createJpegWithoutMetadata());
});

test('bytes after the end of a JPEG are removed, and its scan data stay whole', () => {
	expect(
		removeJpegMetadata(createTestJpeg({ bytesAfter: [...METADATA_TEXT].map((letter) => letter.charCodeAt(0)) }))
	).toEqual(createJpegWithoutMetadata());
	const scanData = [1, 0xff, 0, 2, 0xff, 0xd3, 3];
	expect(decodeLatin1(removeJpegMetadata(createTestJpeg({ scanData })))).toContain(
		decodeLatin1(Uint8Array.from(scanData))
	);
});

test.each([
	['an empty file', new Uint8Array()],
	['an HTML page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
	['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
	['half a JPEG', createJpegWithoutMetadata().subarray(0, 40)],
	['a JPEG without its end', createJpegWithoutMetadata().subarray(0, createJpegWithoutMetadata().length - 2)],
	['a JPEG of only its start and end markers', Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])],
	['a JPEG segment that is longer than the file', Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1])],
	['a JPEG segment of length zero', Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xd9])]
])('%s is refused as a photo', (_, bytes) => {
	expect(removeJpegMetadata(bytes)).toBeUndefined();
	expect(readPhotoBytes(bytes)).toBeUndefined();
});

test('photos that are too large, and texts that do not encode a photo, are refused', () => {
	expect(readPhotoBytes(createTestJpeg({ width: PHOTO_LIMITS.side, height: PHOTO_LIMITS.side }))).toBeDefined();
	expect(readPhotoBytes(createTestJpeg({ width: PHOTO_LIMITS.side + 1 }))).toBeUndefined();
	expect(readPhotoBytes(createTestJpeg({ width: 30_000, height: 30_000 }))).toBeUndefined();
	expect(
		readPhotoBytes(createTestJpeg({ scanData: Array.from({ length: PHOTO_LIMITS.bytes }, () => 1) }))
	).toBeUndefined();
	expect(parsePhotoBase64(toBase64(createJpegWithoutMetadata()))).toEqual(readPhotoBytes(createJpegWithoutMetadata()));
	for (const text of ['', 'é', '====', 'A'.repeat(LONGEST_PHOTO_BASE64 + 4)])
		expect(parsePhotoBase64(text)).toBeUndefined();
});
