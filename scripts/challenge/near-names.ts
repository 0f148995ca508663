/** Finds names in texts and sources, and the known name that a misspelt one probably means. */
import { editDistance, nearestNames } from '#sandbox/compile/similar-names.ts';

export function placeholderNamesOf(text: string): string[] {
	return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** Returns whether a source contains a name as a separate word. */
export function containsWholeWord(source: string, name: string): boolean {
	return new RegExp(`(?<![\\w$-])${name}(?![\\w$-])`).test(source);
}

export function listNamesInSource(source: string): string[] {
	return [...new Set(source.match(/[A-Za-z][\w-]{2,}/g))];
}

/** Largest number of letters by which a misspelt name may differ from the known name that is suggested. */
const MAX_EDIT_DISTANCE = 2;

/** Returns the end of a sentence that suggests the most similar known name; an empty text when none is similar. */
export function suggestNearestName(written: string, names: readonly string[]): string {
	const [found] = nearestNames(written, names);
	const isNear = found !== undefined && editDistance(found, written) <= Math.min(MAX_EDIT_DISTANCE, written.length / 2);
	return isNear ? `; is it "${found}"?` : '';
}
