/** Finds names in texts and sources, and which known one was meant. */
import { editDistance, nearestNames } from '#sandbox/compile/nearest.ts';

export function placeholdersOf(text: string): string[] {
	return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** Whether a name stands in a source, as a word of its own. */
export function isNamed(source: string, name: string): boolean {
	return new RegExp(`(?<![\\w$-])${name}(?![\\w$-])`).test(source);
}

export function wordsOf(source: string): string[] {
	return [...new Set(source.match(/[A-Za-z][\w-]{2,}/g))];
}

/** How many letters a name and a misspelt one may differ in. */
const MOST_DIFFERENCE = 2;

/** Says which known name is nearly the same, if one is. */
export function nearest(written: string, names: readonly string[]): string {
	const [found] = nearestNames(written, names);
	const isNear = found !== undefined && editDistance(found, written) <= Math.min(MOST_DIFFERENCE, written.length / 2);
	return isNear ? `; is it "${found}"?` : '';
}
