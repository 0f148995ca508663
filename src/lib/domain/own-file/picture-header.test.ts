import { expect, test } from 'vitest';
import { recogniseOwnPicture } from './file-content.ts';
import { OWN_FILE_LIMITS } from './own-file.ts';
import { readPictureHeader } from './picture-header.ts';
import { createTestPicture, ONE_PIXEL_PNG, type PictureFormat } from './testing.ts';

const PICTURE_FORMATS_WITH_TYPES: [PictureFormat, string][] = [
	['png', 'image/png'],
	['jpg', 'image/jpeg'],
	['webp', 'image/webp'],
	['lossless', 'image/webp'],
	['lossy', 'image/webp']
];

test.each(PICTURE_FORMATS_WITH_TYPES)('the type and size of a picture are read: %s', (format, type) => {
	expect(readPictureHeader(createTestPicture(format, 4032, 3024))).toEqual({ type, width: 4032, height: 3024 });
	expect(readPictureHeader(ONE_PIXEL_PNG)).toEqual({ type: 'image/png', width: 1, height: 1 });
});

test.each(PICTURE_FORMATS_WITH_TYPES)(
	'a picture cut off anywhere in its header is refused without an error: %s',
	(format) => {
		const pictureBytes = createTestPicture(format, 40, 30);
		const neededLength = { png: 24, jpg: 19, webp: 30, lossless: 25, lossy: 30 }[format];
		for (let length = 0; length < neededLength; length++)
			expect(readPictureHeader(pictureBytes.subarray(0, length))).toBeUndefined();
	}
);

test.each([
	['HTML', '<!doctype html><script>alert(1)</script>'],
	['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
	['GIF', 'GIF89a\x01\x00\x01\x00'],
	['a program', 'export const a = 1;'],
	['an empty file', ''],
	['a JPEG with segments of length zero', '\xff\xd8\xff\xfe\x00\x00\xff\xfe\x00\x00']
])('%s is not recognised as a picture', (_, text) => {
	const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
	expect(readPictureHeader(bytes)).toBeUndefined();
	expect(recogniseOwnPicture(bytes)).toBeUndefined();
});

test('pictures with too many pixels, no pixels or too many bytes are refused for a project', () => {
	expect(readPictureHeader(createTestPicture('png', 100_000, 100_000))).toMatchObject({ width: 100_000 });
	expect(recogniseOwnPicture(createTestPicture('png', 100_000, 100_000))).toBeUndefined();
	expect(recogniseOwnPicture(createTestPicture('png', 0, 10))).toBeUndefined();
	const { side, bytes } = OWN_FILE_LIMITS;
	expect(recogniseOwnPicture(createTestPicture('png', side, side))).toBeDefined();
	expect(recogniseOwnPicture(createTestPicture('png', side + 1, 1))).toBeUndefined();
	const heavyPicture = new Uint8Array(bytes + 1);
	heavyPicture.set(ONE_PIXEL_PNG);
	expect(recogniseOwnPicture(heavyPicture)).toBeUndefined();
});
