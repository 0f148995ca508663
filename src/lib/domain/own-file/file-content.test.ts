import { expect, test } from 'vitest';
import { recogniseOwnFile, readPageOnlyHeader } from './file-content.ts';
import { findFreeFileName, isOwnFileName, kindOfOwnFile, OWN_FILE_LIMITS } from './own-file.ts';

const letterBytes = (text: string) => new TextEncoder().encode(text);
const WAVEFRONT_MODEL_TEXT = '# a roof\no roof\nv 0 0 0\nv 1 0 0\nv 0 1.5e0 -1\n\nf 1/1 2/2 3/3\n';

test.each([
	['a TrueType font', Uint8Array.from([0, 1, 0, 0, 0, 12]), 'font/ttf', 'font'],
	['an OpenType font', letterBytes('OTTO\0\0'), 'font/otf', 'font'],
	['a WOFF font', letterBytes('wOFF\0\0'), 'font/woff', 'font'],
	['a WOFF2 font', letterBytes('wOF2\0\0'), 'font/woff2', 'font'],
	['a WebM film', Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 1]), 'video/webm', 'film'],
	['an OBJ model', letterBytes(WAVEFRONT_MODEL_TEXT), 'model/obj', 'model']
] as const)('%s is recognised as an own file', (_, bytes, type, kind) => {
	expect(recogniseOwnFile(bytes)).toEqual({ type });
	expect(kindOfOwnFile({ type })).toBe(kind);
	expect(isOwnFileName(findFreeFileName('Ma_Police.x', type, {}, 'file'))).toBe(true);
});

test.each([
	['an empty file', ''],
	['a film that may say where it was taken', '\0\0\0\x18ftypmp42'],
	['an HTML page', '<!doctype html>'],
	['a program', 'v = 1;\nfunction f() {}'],
	['a model followed by a script tag', `${WAVEFRONT_MODEL_TEXT}<script>`],
	['a model of comments alone', '# v 0 0 0\n'],
	['a model beyond the limit of bytes', `${WAVEFRONT_MODEL_TEXT}${'# more\n'.repeat(OWN_FILE_LIMITS.bytes / 7)}`]
])('%s is refused as an own file', (_, text) => {
	expect(readPageOnlyHeader(letterBytes(text))).toBeUndefined();
	expect(recogniseOwnFile(letterBytes(text))).toBeUndefined();
});
