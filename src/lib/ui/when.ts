/** Formats moments with 24-hour clocks, as schools write them. */
import { dateLocaleOf, formatDayInWords } from '#lib/domain/day-text.ts';

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

/** Lets no line end between the day and its month. */
const preventBreakAfterDay = (date: string): string => date.replace(/^(\d+\S*) /, '$1\u00a0');
