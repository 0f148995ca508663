/** Decodes the text of a file that a spreadsheet or editor saved in an unknown encoding. */
export function decodeSpreadsheetText(bytes: Uint8Array): string {
	// Use `stream`, because Node 20 decodes a complete Windows-1252 text as Latin-1, which loses ’ and œ.
	return new TextDecoder(detectEncoding(bytes)).decode(bytes, { stream: true });
}

export const isBinaryFile = (bytes: Uint8Array): boolean =>
	decodeSpreadsheetText(bytes.subarray(0, 4000)).includes('\0');

function detectEncoding(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	// In UTF-16 without a byte order mark, every other byte of a European text is zero.
	const firstBytes = bytes.subarray(0, 400);
	const countZeros = (parity: number) => firstBytes.filter((byte, place) => place % 2 === parity && byte === 0).length;
	if (countZeros(1) > firstBytes.length / 4) return 'utf-16le';
	if (countZeros(0) > firstBytes.length / 4) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		// French Excel saves its "CSV" format in this encoding.
		return 'windows-1252';
	}
}

/** Recognises workbooks of Excel and LibreOffice, which must first be saved as CSV to be read as text. */
export function isSpreadsheetWorkbook(bytes: Uint8Array): boolean {
	const beginsWith = (...expectedBytes: number[]) => expectedBytes.every((byte, place) => bytes[place] === byte);
	return beginsWith(0x50, 0x4b, 0x03, 0x04) || beginsWith(0xd0, 0xcf, 0x11, 0xe0);
}
