/** Tests that fonts, WebM films and OBJ models are recognised by their content, and that other files are refused. */
import { expect, test } from 'vitest';
import { recogniseOwnFile } from './file-content.ts';
import { findFreeFileName } from './file-name.ts';
import { isOwnFileName, kindOfOwnFile, OWN_FILE_LIMITS } from './own-file.ts';
import { readPageOnlyHeader } from './page-only-header.ts';

const letterBytes = (text: string) => new TextEncoder().encode(text);
const MODEL_TEXT = '# a roof\no roof\nv 0 0 0\nv 1 0 0\nv 0 1.5e0 -1\n\nf 1/1 2/2 3/3\n';

test.each([
	['a TrueType font', Uint8Array.from([0, 1, 0, 0, 0, 12]), 'font/ttf', 'font'],
	['an OpenType font', letterBytes('OTTO\0\0'), 'font/otf', 'font'],
	['a WOFF', letterBytes('wOFF\0\0'), 'font/woff', 'font'],
	['a WOFF2', letterBytes('wOF2\0\0'), 'font/woff2', 'font'],
	['a WebM', Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 1]), 'video/webm', 'film'],
	['a model', letterBytes(MODEL_TEXT), 'model/obj', 'model']
] as const)('%s is recognised', (_, bytes, type, kind) => {
	expect(recogniseOwnFile(bytes)).toEqual({ type });
	expect(kindOfOwnFile({ type })).toBe(kind);
	expect(isOwnFileName(findFreeFileName('Ma_Police.x', type, {}, 'file'))).toBe(true);
});

test.each([
	['nothing', ''],
	['a film that may say where it was taken', '\0\0\0\x18ftypmp42'],
	['a page', '<!doctype html>'],
	['a program', 'v = 1;\nfunction f() {}'],
	['a model with a page behind it', `${MODEL_TEXT}<script>`],
	['a text of comments', '# v 0 0 0\n'],
	['a model beyond the limit', `${MODEL_TEXT}${'# more\n'.repeat(OWN_FILE_LIMITS.bytes / 7)}`]
])('%s is not taken', (_, text) => {
	expect(readPageOnlyHeader(letterBytes(text))).toBeUndefined();
	expect(recogniseOwnFile(letterBytes(text))).toBeUndefined();
});
