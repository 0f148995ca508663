export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Returns the language of a challenge's texts on a page in `language`: an author may have written in the other language only. */
export function chooseChallengeTextLanguage(
	{ languages }: { languages: readonly Language[] },
	language: Language
): Language {
	return languages.includes(language) ? language : (languages[0] ?? language);
}
