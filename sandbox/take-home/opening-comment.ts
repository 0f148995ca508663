const TAKE_HOME_PAGE_TEXTS = {
	fr: {
		made: 'Fait avec Braise. Ce fichier marche sans Internet.',
		pictures: 'Ses images et ses sons :',
		libraries: 'Ses bibliothèques, sous leur propre licence :',
		broke: 'Le programme s’est arrêté :',
		noscript: 'Ce dessin est un programme : il faut JavaScript pour le voir.'
	},
	en: {
		made: 'Made with Braise. This file works without the internet.',
		pictures: 'Its pictures and sounds:',
		libraries: 'Its libraries, under their own licences:',
		broke: 'The program stopped:',
		noscript: 'This drawing is a program: it takes JavaScript to see it.'
	}
};

export const pickTakeHomePageTexts = (language: 'fr' | 'en') => TAKE_HOME_PAGE_TEXTS[language];

/** Keeps a text on one line, and replaces double hyphens, which would end the HTML comment. */
const escapeCommentText = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(/-{2,}/g, (hyphens) => '–'.repeat(hyphens.length));

const linesUnderHeading = (heading: string, texts: readonly string[]): string[] =>
	texts.length === 0 ? [] : [heading, ...texts.map((text) => `\t${escapeCommentText(text)}`)];

/** `credits` are pairs of an own file's path and a sentence about its origin. */
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
