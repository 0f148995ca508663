/** The comment with which a file that is taken home opens: what it is, and who made its pictures. */
import { pageTextsIn } from './page-text.ts';

/** Keeps a text on its line of the comment, which would end at two hyphens. */
const inComment = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(/-{2,}/g, (hyphens) => '–'.repeat(hyphens.length));

/** `credits` are pairs of a picture's name and a sentence. */
export function openingOf(
	language: 'fr' | 'en',
	credits: readonly (readonly [path: string, sentence: string])[]
): string {
	const { made, pictures } = pageTextsIn(language);
	if (credits.length === 0) return `<!-- ${made} -->`;
	const lines = credits.map(([path, sentence]) => `\t${inComment(`${path} – ${sentence}`)}`);
	return ['<!--', made, pictures, ...lines, '-->'].join('\n');
}
