/** Tests that a picture is decoded once for all runs, and that the most recently used pictures are kept. */
import { afterEach, expect, test, vi } from 'vitest';
import { DecodedPictures } from './decoded-pictures.ts';

afterEach(() => vi.unstubAllGlobals());

/** Replaces the browser's decoder: every picture has the given size, and empty files fail. */
function stubDecoder(width = 1600, height = 1000) {
	const decode = vi.fn((content: Blob) =>
		content.size === 0 ? Promise.reject(new Error('empty')) : Promise.resolve({ width, height } as ImageBitmap)
	);
	vi.stubGlobal('createImageBitmap', decode);
	return decode;
}
const createPictureFile = (text: string) => new Blob([text], { type: 'image/png' });

test('a picture is decoded once for all runs, whatever its name', async () => {
	const decode = stubDecoder();
	const pictures = new DecodedPictures();
	const first = await pictures.decode({ 'cat.png': createPictureFile('cat') }, { 'cat.png': 'a' });
	const second = await pictures.decode({ 'tiger.png': createPictureFile('cat') }, { 'tiger.png': 'a' });
	expect(second.get('tiger.png')).toBe(first.get('cat.png'));
	expect(decode).toHaveBeenCalledTimes(1);
});

test('a picture that could not be decoded is tried again the next time', async () => {
	const decode = stubDecoder();
	const pictures = new DecodedPictures();
	expect((await pictures.decode({ 'cat.png': createPictureFile('') }, { 'cat.png': 'a' })).get('cat.png')).toBeNull();
	expect(
		(await pictures.decode({ 'cat.png': createPictureFile('cat') }, { 'cat.png': 'a' })).get('cat.png')
	).not.toBeNull();
	expect(decode).toHaveBeenCalledTimes(2);
});

test('when the room for decoded pictures is full, those used most recently stay', async () => {
	const decode = stubDecoder();
	const pictures = new DecodedPictures();
	const decodeNamed = (name: string) => pictures.decode({ 'p.png': createPictureFile(name) }, { 'p.png': name });
	for (const name of 'abcdefghij') await decodeNamed(name);
	await decodeNamed('a');
	expect(decode).toHaveBeenCalledTimes(10);
	await decodeNamed('k');
	await decodeNamed('a');
	expect(decode).toHaveBeenCalledTimes(11);
	await decodeNamed('b');
	expect(decode).toHaveBeenCalledTimes(12);
});

test('a text file is not decoded as a picture', async () => {
	stubDecoder();
	const data = new Blob(['a;b'], { type: 'text/csv' });
	expect([...(await new DecodedPictures().decode({ 'data.csv': data }))]).toEqual([]);
});
