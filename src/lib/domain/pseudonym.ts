export const MAX_PSEUDONYM_LENGTH = 30;

export interface Pseudonym {
	text: string;
	/** The pseudonym in its form for comparison; unique within a class. */
	key: string;
}

export type PseudonymRefusal = 'empty' | 'long' | 'characters';

/** Matches letters of any script, digits and marks used inside names; the first character is a letter or digit. */
const ALLOWED_PSEUDONYM_PATTERN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'’-]*$/u;

/** Invisible characters, such as the Hangul filler, are refused: two pseudonyms could look alike. */
const INVISIBLE_CHARACTER_PATTERN = /\p{Default_Ignorable_Code_Point}/u;

/** Scripts of which a pseudonym may use only one: another script has look-alike letters, such as a Cyrillic `е` among Latin ones. */
const SCRIPT_PATTERNS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const hasMixedScripts = (text: string) => SCRIPT_PATTERNS.filter((writing) => writing.test(text)).length > 1;

/** Letters that Unicode does not decompose, each with the letters typed on keyboards that lack it. */
const LETTERS_BY_LIGATURE: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** Returns the comparison key: lower case, without accents, spaces or marks, so `Zoé-Lou 2` and `zoelou2` are equal. */
export function pseudonymKey(text: string): string {
	return text
		.toLowerCase()
		.replace(/[œæßøłđ]/g, (letter) => LETTERS_BY_LIGATURE[letter] ?? letter)
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]/gu, '');
}

export function parsePseudonym(text: string): Pseudonym | PseudonymRefusal {
	const name = text
		.normalize('NFC')
		.replace(/[ \u00a0\u202f]+/g, ' ')
		.trim();
	if (name === '') return 'empty';
	if (name.length > MAX_PSEUDONYM_LENGTH) return 'long';
	if (!ALLOWED_PSEUDONYM_PATTERN.test(name) || INVISIBLE_CHARACTER_PATTERN.test(name) || hasMixedScripts(name))
		return 'characters';
	return { text: name, key: pseudonymKey(name) };
}
