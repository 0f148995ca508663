/** The comment at the start of a taken-home file: what it is, and who made its own files and libraries. */
import { pickTakeHomePageTexts } from './page-text.ts';

/** Keeps a text on one line, and replaces double hyphens, which would end the HTML comment. */
const escapeCommentText = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(/-{2,}/g, (hyphens) => '–'.repeat(hyphens.length));

const linesUnderHeading = (heading: string, texts: readonly string[]): string[] =>
	texts.length === 0 ? [] : [heading, ...texts.map((text) => `\t${escapeCommentText(text)}`)];

/** Returns the comment. `credits` are pairs of an own file's path and a sentence about its origin; `libraryNotices` name the libraries. */
export function writeOpeningComment(
	language: 'fr' | 'en',
	credits: readonly (readonly [path: string, sentence: string])[],
	libraryNotices: readonly string[] = []
): string {
	const { made, pictures, libraries } = pickTakeHomePageTexts(language);
	const lines = [
		...linesUnderHeading(
			pictures,
			credits.map(([path, sentence]) => `${path} – ${sentence}`)
		),
		...linesUnderHeading(libraries, libraryNotices)
	];
	return lines.length === 0 ? `<!-- ${made} -->` : ['<!--', made, ...lines, '-->'].join('\n');
}
