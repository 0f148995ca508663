/** What a student is called in a class. Chosen so that it can be typed on any keyboard, read out, and printed on a card. */
export const PSEUDONYM_LENGTH = 30;

export interface Pseudonym {
	/** As shown. */
	shown: string;
	/** As compared: unique within a class. */
	key: string;
}

export type PseudonymRefusal = 'empty' | 'long' | 'characters';

/** Letters of any writing, digits, and what stands inside a name. It begins with a letter or digit. */
const WRITTEN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'’-]*$/u;

/** Letters that nobody sees, such as the filler of Hangul: with one, two names look like one. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

/** Two writings in one name, of which many letters look alike: a Cyrillic `е` among Latin ones. */
const WRITINGS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const isMixed = (text: string) => WRITINGS.filter((writing) => writing.test(text)).length > 1;

/** Letters that Unicode does not take apart, as people type them without the key. */
const JOINED: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** `Zoé-Lou 2` and `zoelou2` are one: lower case, without accents, spaces and marks. */
export function pseudonymKey(text: string): string {
	return text
		.toLowerCase()
		.replace(/[œæßøłđ]/g, (letter) => JOINED[letter] ?? letter)
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]/gu, '');
}

export function parsePseudonym(text: string): Pseudonym | PseudonymRefusal {
	const shown = text
		.normalize('NFC')
		.replace(/[ \u00a0\u202f]+/g, ' ')
		.trim();
	if (shown === '') return 'empty';
	if (shown.length > PSEUDONYM_LENGTH) return 'long';
	if (!WRITTEN.test(shown) || UNSEEN.test(shown) || isMixed(shown)) return 'characters';
	return { shown, key: pseudonymKey(shown) };
}
