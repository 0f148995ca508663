/** Keeps the words of real names out of pseudonyms, since pseudonyms are all that is sent of a list. */
import { pseudonymKey } from './pseudonym.ts';

/** A word of anybody's name is looked for inside a pseudonym from so many letters on; a shorter one may stand in any word. */
const TELLING = 5;
const OWN_TELLING = 3;

const partsOf = (text: string): string[] =>
	text
		.split(/[^\p{L}\p{M}]+/u)
		.map(pseudonymKey)
		.filter((word) => word.length > 1);

/** Every word of these names, as compared. */
export const nameWords = (names: readonly string[]): ReadonlySet<string> => new Set(names.flatMap(partsOf));

/** Whether a pseudonym holds a word of a name: of its student's own name also inside another word. */
export function tellsName(pseudonym: string, own: string, words: ReadonlySet<string>): boolean {
	const key = pseudonymKey(pseudonym);
	if (partsOf(pseudonym).some((part) => words.has(part))) return true;
	if (partsOf(own).some((word) => word.length >= OWN_TELLING && key.includes(word))) return true;
	return [...words].some((word) => word.length >= TELLING && key.includes(word));
}

/** Whether most lines are like a person's first and last name: two words or more, in capitals or each with one. */
export function looksLikeNames(lines: readonly string[]): boolean {
	const full = lines.filter((line) => {
		const words = line.split(/\s+/).filter((word) => /\p{L}/u.test(word));
		const isCapital = words.every((word) => /^\p{Lu}/u.test(word));
		const isUpper = words.some((word) => word.length > 1 && word === word.toUpperCase());
		return words.length > 1 && (isCapital || isUpper);
	});
	return full.length > 0 && full.length * 2 > lines.length;
}
