/** Writes a day in words, in French or British style. */

const DATE_LOCALES: Record<string, string> = { fr: 'fr-FR', en: 'en-GB' };

/** Returns the locale by which dates and times of a language are written; British for English. */
export const dateLocaleOf = (language: string): string => DATE_LOCALES[language] ?? language;

/** Writes a day in words. French writes the first day of a month as "1er décembre", which `Intl` does not do. */
export function formatDayInWords(moment: Date, language: string, options: Intl.DateTimeFormatOptions): string {
	const text = moment.toLocaleDateString(dateLocaleOf(language), options);
	return language === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text;
}
