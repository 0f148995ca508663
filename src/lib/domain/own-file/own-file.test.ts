import { expect, test } from 'vitest';
import { MOST_VERSION_FILES } from '../file-size.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { describeOwnFile, isContentOfOwnFile, sha256Of } from './content-hash.ts';
import { recogniseOwnPicture } from './file-content.ts';
import {
	findFreeFileName,
	findFreeName,
	isOwnFileName,
	findOwnFileExcess,
	ownFilesOf,
	OWN_FILE_LIMITS,
	parseOwnFile,
	textFilesOf,
	replaceTextFiles,
	formatOwnFile
} from './own-file.ts';
import { createTestPicture, createTestWav, ONE_PIXEL_PNG } from './testing.ts';

const describePicture = (bytes = ONE_PIXEL_PNG) => {
	const header = recogniseOwnPicture(bytes);
	if (header === undefined) throw new Error('This is no picture.');
	return describeOwnFile(bytes, header, { kind: 'mine' });
};

test('a description is read back as written, and invalid descriptions are refused', () => {
	const file = { ...describePicture(), origin: { kind: 'found', where: 'wikimedia.org', licence: 'cc-by' } as const };
	expect(parseOwnFile(formatOwnFile(file))).toEqual(file);
	for (const wrong of [
		'',
		'let a = 1;',
		'{}',
		JSON.stringify({ ...file, sha256: '../up' }),
		JSON.stringify({ ...file, type: 'image/svg+xml' }),
		JSON.stringify({ ...file, width: 100_000 }),
		JSON.stringify({ ...file, origin: { kind: 'found', where: 'x'.repeat(300), licence: 'cc-by' } })
	])
		expect(parseOwnFile(wrong), wrong).toBeUndefined();
});

test('a sound’s description has no width, and a picture’s description must have a width', () => {
	const soundBytes = createTestWav(20);
	const file = describeOwnFile(soundBytes, { type: 'audio/wav' }, { kind: 'mine' });
	expect(parseOwnFile(formatOwnFile(file))).toEqual(file);
	expect(isContentOfOwnFile(file, soundBytes)).toBe(true);
	expect(isContentOfOwnFile(file, ONE_PIXEL_PNG)).toBe(false);
	expect(parseOwnFile(JSON.stringify({ ...file, type: 'image/png' }))).toBeUndefined();
	expect(parseOwnFile(JSON.stringify({ ...describePicture(), type: 'audio/midi' }))).toBeUndefined();
	expect([...ownFilesOf({ 'bell.wav': formatOwnFile(file), 'main.ts': '' })]).toEqual([['bell.wav', file]]);
});

test('texts and pictures of a project are told apart by their names', () => {
	const files = { 'main.ts': 'let a = 1;', 'cat.png': formatOwnFile(describePicture()), 'torn.jpg': '{' };
	expect(textFilesOf(files)).toEqual({ 'main.ts': 'let a = 1;' });
	expect([...ownFilesOf(files).values()]).toEqual([describePicture(), undefined]);
	expect(replaceTextFiles(files, { 'main.ts': 'let a = 2;' })).toEqual({ ...files, 'main.ts': 'let a = 2;' });
	const texts = { 'main.ts': '' };
	expect(textFilesOf(texts)).toBe(texts);
	expect(replaceTextFiles(texts, texts)).toBe(texts);
});

test('bytes match a description only when content and type are the same', () => {
	expect(isContentOfOwnFile(describePicture(), ONE_PIXEL_PNG)).toBe(true);
	expect(isContentOfOwnFile(describePicture(), createTestPicture('png', 2, 1))).toBe(false);
	expect(isContentOfOwnFile({ ...describePicture(), type: 'image/webp' }, ONE_PIXEL_PNG)).toBe(false);
});

test.each([
	['C:\\Users\\lea\\Mes photos\\Été à Nîmes (2).PNG', 'ete-a-nimes-2.png'],
	['../../etc/passwd', 'passwd.png'],
	['3 chats.jpeg', 'chats.png'],
	['写真.png', 'image.png'],
	['.png', 'image.png'],
	['<img src=x onerror=alert(1)>.png', 'img-src-x-onerror-alert-1.png']
])('the file name %s becomes %s', (given, path) => {
	expect(findFreeFileName(given, 'image/png', {}, 'image')).toBe(path);
	expect(isOwnFileName(path)).toBe(true);
});

test('a name that is taken gets a number, whatever its letters’ case', () => {
	expect(findFreeFileName('Chat.png', 'image/jpeg', { 'CHAT.jpg': '', 'chat-2.jpg': '' }, 'image')).toBe('chat-3.jpg');
	expect(findFreeFileName('Ding Dong!.MP3', 'audio/mpeg', { 'ding-dong.mp3': '' }, 'son')).toBe('ding-dong-2.mp3');
	// The zip of a project reserves the name card.json.
	expect(findFreeName('Card.json', 'json', {}, 'data')).toBe('card-2.json');
	expect(findFreeName('Card.csv', 'csv', {}, 'data')).toBe('card.csv');
});

test('own files beyond a project’s limits of files or bytes are reported', () => {
	const file = describePicture();
	const createPictureFiles = (count: number, bytes: number) =>
		Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}.png`, formatOwnFile({ ...file, bytes })]));
	expect(findOwnFileExcess(createPictureFiles(OWN_FILE_LIMITS.files - 1, 10), 10)).toBeNull();
	expect(findOwnFileExcess(createPictureFiles(OWN_FILE_LIMITS.files, 10), 10)).toBe('count');
	const texts = Object.fromEntries(Array.from({ length: MOST_VERSION_FILES - 1 }, (_, at) => [`t${at}.ts`, '']));
	expect(findOwnFileExcess(texts, 10)).toBeNull();
	expect(findOwnFileExcess({ ...texts, ...createPictureFiles(1, 10) }, 10)).toBe('count');
	expect(findOwnFileExcess(createPictureFiles(7, 500_000), 500_000)).toBeNull();
	expect(findOwnFileExcess(createPictureFiles(7, 500_000), 500_001)).toBe('bytes');
});

test('bytes are encoded as base64 and decoded again, and invalid base64 is refused', () => {
	const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);
	expect(fromBase64(toBase64(bytes))).toEqual(bytes);
	expect(fromBase64('not base64!')).toBeUndefined();
	expect(sha256Of(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
