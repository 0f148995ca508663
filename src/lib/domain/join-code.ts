/** The code of a class: read from a board, typed by thirty-five people. */
export const JOIN_CODE_LENGTH = 6;

/** Without look-alikes (0 O, 1 I L, 2 Z, 5 S, 8 B, U V Y), and without vowels, which would make words. */
const ALPHABET = 'CDFGHJKMNPQRTWX34679';

export function newJoinCode(): string {
	const most = 256 - (256 % ALPHABET.length);
	let code = '';
	while (code.length < JOIN_CODE_LENGTH) {
		// What is above would make the first letters likelier.
		for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
			if (byte < most && code.length < JOIN_CODE_LENGTH) code += ALPHABET[byte % ALPHABET.length];
		}
	}
	return code;
}

/** However it was typed: small letters, with a space or a hyphen. Null: no class can have it. */
export function parseJoinCode(text: string): string | null {
	const code = text
		.slice(0, 40)
		.toUpperCase()
		.replace(/[\s.-]/g, '');
	return code.length === JOIN_CODE_LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}

/** In two halves, as one reads it out. */
export const showJoinCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
