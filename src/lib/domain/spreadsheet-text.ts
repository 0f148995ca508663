/** The text of a file that a spreadsheet or an editor saved, whichever encoding it chose without saying so. */
export function decodeText(bytes: Uint8Array): string {
	// As a stream: Node 20 decodes a whole Windows-1252 text as Latin-1, and loses ’ and œ.
	return new TextDecoder(encodingOf(bytes)).decode(bytes, { stream: true });
}

function encodingOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	// Without its mark, UTF-16 of a European text has a zero in every other place.
	const pairs = bytes.subarray(0, 400);
	const zeros = (parity: number) => pairs.filter((byte, place) => place % 2 === parity && byte === 0).length;
	if (zeros(1) > pairs.length / 4) return 'utf-16le';
	if (zeros(0) > pairs.length / 4) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		// What a French Excel writes as "CSV".
		return 'windows-1252';
	}
}

/** A workbook of Excel or LibreOffice: no text, to be saved as CSV first. */
export function isWorkbook(bytes: Uint8Array): boolean {
	const begins = (...first: number[]) => first.every((byte, place) => bytes[place] === byte);
	return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0);
}
