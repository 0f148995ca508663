import { expect, test } from 'vitest';
import { describeOwnFile } from '#lib/domain/own-file/content-hash.ts';
import type { OwnFile } from '#lib/domain/own-file/own-file.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { findFileContents } from './arriving-contents.ts';

const storedPicture = describeOwnFile(ONE_PIXEL_PNG, { type: 'image/png', width: 1, height: 1 }, { kind: 'mine' });
const latePicture: OwnFile = { ...storedPicture, sha256: 'b'.repeat(64) };
const fileSizesOf = (files: Record<string, Blob> | null) =>
	files && Object.fromEntries(Object.entries(files).map(([path, { size }]) => [path, size]));

/** Creates a store that holds one own file, and receives the other file when the test says so. */
function createArrivingStore() {
	let completeLateContent: (content: Blob | undefined) => void = () => undefined;
	const comingContent = new Promise<Blob | undefined>((resolve) => (completeLateContent = resolve));
	const findContent = (file: OwnFile) => (file === storedPicture ? Promise.resolve(new Blob(['here'])) : comingContent);
	return { findContent, completeLateContent };
}

test('a program begins with the files already present, and receives late files when they arrive', async () => {
	const { findContent, completeLateContent } = createArrivingStore();
	const files = new Map([
		['here.png', storedPicture],
		['late.png', latePicture]
	]);
	const contents = findFileContents(files, findContent, () => Promise.resolve());
	expect(fileSizesOf(await contents.contentsSoon)).toEqual({ 'here.png': 4, 'late.png': 0 });
	expect(contents.hashByPath).toEqual({ 'here.png': storedPicture.sha256, 'late.png': latePicture.sha256 });
	completeLateContent(new Blob(['later']));
	expect(fileSizesOf(await contents.contentsLater)).toEqual({ 'here.png': 4, 'late.png': 5 });
	expect(await contents.missingPaths).toEqual([]);
});

test('a program with all its files present begins at once and receives nothing later', async () => {
	const contents = findFileContents(
		new Map([['here.png', storedPicture]]),
		createArrivingStore().findContent,
		() => new Promise(() => undefined)
	);
	expect(fileSizesOf(await contents.contentsSoon)).toEqual({ 'here.png': 4 });
	expect(await contents.contentsLater).toBeNull();
});

test('files that are found nowhere stay empty and are listed as missing', async () => {
	const { findContent, completeLateContent } = createArrivingStore();
	completeLateContent(undefined);
	const files = new Map([
		['gone.png', latePicture],
		['torn.png', undefined]
	]);
	const contents = findFileContents(files, findContent, () => Promise.resolve());
	expect(fileSizesOf(await contents.contentsSoon)).toEqual({ 'gone.png': 0, 'torn.png': 0 });
	expect(await contents.contentsLater).toBeNull();
	expect(await contents.missingPaths).toEqual(['gone.png', 'torn.png']);
});
