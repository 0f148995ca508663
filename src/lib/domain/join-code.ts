/** The join code of a class, which about thirty-five students read from the blackboard and type. */
const JOIN_CODE_LENGTH = 6;

/** Characters of codes: without look-alikes (0 O, 1 I L, 2 Z, 5 S, 8 B, U V Y), and without vowels, which would form words. */
const CODE_ALPHABET = 'CDFGHJKMNPQRTWX34679';

export function newJoinCode(): string {
	const firstSkippedByte = 256 - (256 % CODE_ALPHABET.length);
	let code = '';
	while (code.length < JOIN_CODE_LENGTH) {
		// Bytes from `firstSkippedByte` upwards are skipped, because they would make the alphabet's first characters more frequent.
		for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
			if (byte < firstSkippedByte && code.length < JOIN_CODE_LENGTH) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
		}
	}
	return code;
}

/** Normalises a typed code, or returns null when no class can have it. */
export function parseJoinCode(text: string): string | null {
	const code = text
		.slice(0, 40)
		.toUpperCase()
		.replace(/[\s.-]/g, '');
	return code.length === JOIN_CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null;
}

/** Writes the code in two halves, for reading aloud. */
export const formatJoinCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
