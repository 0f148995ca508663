/** Formats moments with 24-hour clocks, as schools write them. */
const WRITTEN_DATE: Record<string, string> = { en: 'en-GB' };

/** Formats a moment briefly: the time alone for today, else with the day. */
export function formatMoment(time: number, language: string, { now = Date.now(), seconds = false } = {}): string {
	const date = new Date(time);
	const locale = WRITTEN_DATE[language] ?? language;
	const clock = date.toLocaleTimeString(locale, {
		hour: '2-digit',
		minute: '2-digit',
		...(seconds ? { second: '2-digit' } : {})
	});
	if (date.toDateString() === new Date(now).toDateString()) return clock;
	const sameYear = date.getFullYear() === new Date(now).getFullYear();
	const day = date.toLocaleDateString(locale, {
		day: 'numeric',
		month: 'long',
		...(sameYear ? {} : { year: 'numeric' })
	});
	return `${keepDayWithMonth(day)}, ${clock}`;
}

export const formatDay = (date: Date, language: string): string =>
	keepDayWithMonth(
		date.toLocaleDateString(WRITTEN_DATE[language] ?? language, { day: 'numeric', month: 'long', year: 'numeric' })
	);

/** Lets no line end between the day and its month. */
const keepDayWithMonth = (date: string): string => date.replace(/^(\d+\S*) /, '$1\u00a0');
