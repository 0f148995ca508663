const DATE_LOCALES: Record<string, string> = { fr: 'fr-FR', en: 'en-GB' };

/** Returns the locale by which dates and times of a language are written; British for English. */
export const dateLocaleOf = (language: string): string => DATE_LOCALES[language] ?? language;

/** Writes a day in words. French writes the first day of a month as "1er décembre", which `Intl` does not do. */
export function formatDayInWords(moment: Date, language: string, options: Intl.DateTimeFormatOptions): string {
	const text = moment.toLocaleDateString(dateLocaleOf(language), options);
	return language === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text;
}

/** Formats a moment briefly: the time alone for today, else with the day. */
export function formatMoment(time: number, language: string, { now = Date.now(), seconds = false } = {}): string {
	const date = new Date(time);
	const clockText = date.toLocaleTimeString(dateLocaleOf(language), {
		hour: '2-digit',
		minute: '2-digit',
		...(seconds ? { second: '2-digit' } : {})
	});
	if (date.toDateString() === new Date(now).toDateString()) return clockText;
	const isThisYear = date.getFullYear() === new Date(now).getFullYear();
	const day = formatDayInWords(date, language, {
		day: 'numeric',
		month: 'long',
		...(isThisYear ? {} : { year: 'numeric' })
	});
	return `${preventBreakAfterDay(day)}, ${clockText}`;
}

export const formatDay = (date: Date, language: string): string =>
	preventBreakAfterDay(formatDayInWords(date, language, { day: 'numeric', month: 'long', year: 'numeric' }));

const preventBreakAfterDay = (date: string): string => date.replace(/^(\d+\S*) /, '$1\u00a0');
