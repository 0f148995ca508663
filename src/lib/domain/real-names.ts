/** Keeps words of real names out of pseudonyms, the only part of a class list that is sent. */
import { pseudonymKey } from './pseudonym.ts';

/** Fewest letters of a name's word that is also searched inside longer words, where shorter words occur by chance. */
const SHORTEST_SEARCHED_NAME_WORD = 5;
const SHORTEST_OWN_NAME_WORD = 3;

const splitIntoWords = (text: string): string[] =>
	text
		.split(/[^\p{L}\p{M}]+/u)
		.map(pseudonymKey)
		.filter((word) => word.length > 1);

/** Returns every word of these names as a comparison key. */
export const collectRealNameWords = (names: readonly string[]): ReadonlySet<string> =>
	new Set(names.flatMap(splitIntoWords));

/**
 * Tells whether a pseudonym contains a word of a real name: as a word of its own, or inside another word if it is long or the
 * student's own.
 */
export function containsRealName(pseudonym: string, ownName: string, words: ReadonlySet<string>): boolean {
	const key = pseudonymKey(pseudonym);
	if (splitIntoWords(pseudonym).some((part) => words.has(part))) return true;
	if (splitIntoWords(ownName).some((word) => word.length >= SHORTEST_OWN_NAME_WORD && key.includes(word))) return true;
	return [...words].some((word) => word.length >= SHORTEST_SEARCHED_NAME_WORD && key.includes(word));
}

/** Tells whether most lines look like first and last names: two or more capitalised words. */
export function looksLikeNames(lines: readonly string[]): boolean {
	const fullNameLines = lines.filter((line) => {
		const words = line.split(/\s+/).filter((word) => /\p{L}/u.test(word));
		const areAllCapitalized = words.every((word) => /^\p{Lu}/u.test(word));
		const hasUppercaseWord = words.some((word) => word.length > 1 && word === word.toUpperCase());
		return words.length > 1 && (areAllCapitalized || hasUppercaseWord);
	});
	return fullNameLines.length > 0 && fullNameLines.length * 2 > lines.length;
}
