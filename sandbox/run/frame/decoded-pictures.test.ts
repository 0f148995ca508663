import { afterEach, expect, test, vi } from 'vitest';
import { DecodedPictures } from './decoded-pictures.ts';

afterEach(() => vi.unstubAllGlobals());

/** Replaces the browser's decoder: every picture has the given size, and empty files fail. */
function stubPictureDecoder(width = 1600, height = 1000) {
	const decode = vi.fn((content: Blob) =>
		content.size === 0 ? Promise.reject(new Error('empty')) : Promise.resolve({ width, height } as ImageBitmap)
	);
	vi.stubGlobal('createImageBitmap', decode);
	return decode;
}
const createPictureFile = (text: string) => new Blob([text], { type: 'image/png' });

test('a picture is decoded once for all runs, whatever its name', async () => {
	const decode = stubPictureDecoder();
	const pictures = new DecodedPictures();
	const first = await pictures.decodePictures({ 'cat.png': createPictureFile('cat') }, { 'cat.png': 'a' });
	const second = await pictures.decodePictures({ 'tiger.png': createPictureFile('cat') }, { 'tiger.png': 'a' });
	expect(second.get('tiger.png')).toBe(first.get('cat.png'));
	expect(decode).toHaveBeenCalledTimes(1);
});

test('a picture that could not be decoded is tried again the next time', async () => {
	const decode = stubPictureDecoder();
	const pictures = new DecodedPictures();
	expect(
		(await pictures.decodePictures({ 'cat.png': createPictureFile('') }, { 'cat.png': 'a' })).get('cat.png')
	).toBeNull();
	expect(
		(await pictures.decodePictures({ 'cat.png': createPictureFile('cat') }, { 'cat.png': 'a' })).get('cat.png')
	).not.toBeNull();
	expect(decode).toHaveBeenCalledTimes(2);
});

test('when the room for decoded pictures is full, those used most recently stay', async () => {
	const decode = stubPictureDecoder();
	const pictures = new DecodedPictures();
	const decodeWithHash = (name: string) =>
		pictures.decodePictures({ 'p.png': createPictureFile(name) }, { 'p.png': name });
	for (const name of 'abcdefghij') await decodeWithHash(name);
	await decodeWithHash('a');
	expect(decode).toHaveBeenCalledTimes(10);
	await decodeWithHash('k');
	await decodeWithHash('a');
	expect(decode).toHaveBeenCalledTimes(11);
	await decodeWithHash('b');
	expect(decode).toHaveBeenCalledTimes(12);
});

test('a text file is not decoded as a picture', async () => {
	stubPictureDecoder();
	const data = new Blob(['a;b'], { type: 'text/csv' });
	expect([...(await new DecodedPictures().decodePictures({ 'data.csv': data }))]).toEqual([]);
});
