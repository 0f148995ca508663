import { expect, test } from 'vitest';
import { isBinaryFile } from './spreadsheet-text.ts';

const CLASS_LIST_TEXT = 'Nom;Prénom\r\nLévêque;Éloïse\r\n';
const PNG_BEGINNING = [
	0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0
];

test('a picture is recognised as binary, and a list in any usual encoding as text', () => {
	expect(isBinaryFile(new Uint8Array(PNG_BEGINNING))).toBe(true);
	expect(isBinaryFile(new TextEncoder().encode(CLASS_LIST_TEXT))).toBe(false);
	expect(isBinaryFile(new Uint8Array(Buffer.from(CLASS_LIST_TEXT, 'latin1')))).toBe(false);
	expect(isBinaryFile(new Uint8Array(Buffer.from(CLASS_LIST_TEXT, 'utf16le')))).toBe(false);
	expect(isBinaryFile(new Uint8Array(Buffer.from(`\ufeff${CLASS_LIST_TEXT}`, 'utf16le')))).toBe(false);
	expect(isBinaryFile(new Uint8Array())).toBe(false);
});
