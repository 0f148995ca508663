/** The comment at the start of a taken-home file: what it is, and who made the project's own files. */
import { pageTextsIn } from './page-text.ts';

/** Keeps a text on one line, and replaces double hyphens, which would end the HTML comment. */
const commentTextOf = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(/-{2,}/g, (hyphens) => '–'.repeat(hyphens.length));

/** Returns the comment. `credits` are pairs of an own file's path and a sentence about its origin. */
export function writeOpeningComment(
	language: 'fr' | 'en',
	credits: readonly (readonly [path: string, sentence: string])[]
): string {
	const { made, pictures } = pageTextsIn(language);
	if (credits.length === 0) return `<!-- ${made} -->`;
	const creditLines = credits.map(([path, sentence]) => `\t${commentTextOf(`${path} – ${sentence}`)}`);
	return ['<!--', made, pictures, ...creditLines, '-->'].join('\n');
}
