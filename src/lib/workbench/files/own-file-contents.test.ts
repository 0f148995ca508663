import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeOwnFile } from '#lib/domain/own-file/content-hash.ts';
import { recogniseOwnPicture } from '#lib/domain/own-file/file-content.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { OwnFileContents } from './own-file-contents.ts';

beforeEach(() => {
	vi.useFakeTimers();
	// A database that never answers, as in a browser whose other tab keeps it from opening.
	vi.stubGlobal('indexedDB', { open: () => new EventTarget() });
	vi.stubGlobal('IDBRequest', EventTarget);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

test('a program begins without its pictures when the browser’s database does not answer', async () => {
	const header = recogniseOwnPicture(ONE_PIXEL_PNG);
	if (header === undefined) throw new Error('no picture');
	const files = new Map([['cat.png', describeOwnFile(ONE_PIXEL_PNG, header, { kind: 'mine' })]]);
	let paths: string[] | undefined;
	void new OwnFileContents(null)
		.findContentsToPlay(files, null)
		.contentsSoon.then((contents) => (paths = Object.keys(contents)));
	await vi.advanceTimersByTimeAsync(2400);
	expect(paths).toBeUndefined();
	await vi.advanceTimersByTimeAsync(200);
	expect(paths).toEqual(['cat.png']);
});

test('a program without pictures begins at once, and opens no database', async () => {
	const open = vi.spyOn(indexedDB, 'open');
	const { contentsSoon: soon, contentsLater: late } = new OwnFileContents(null).findContentsToPlay(new Map(), null);
	expect(await soon).toEqual({});
	expect(await late).toBeNull();
	expect(open).not.toHaveBeenCalled();
});
