/** Hours by twenty-four, as a school writes them. */
const WRITTEN: Record<string, string> = { en: 'en-GB' };

/** A moment as people say it: the time for today, the day before that. */
export function when(time: number, language: string, { now = Date.now(), seconds = false } = {}): string {
	const date = new Date(time);
	const locale = WRITTEN[language] ?? language;
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
	return `${day}, ${clock}`;
}

/** A day with its year, for what lies far ahead or back. */
export const day = (date: Date, language: string): string =>
	date.toLocaleDateString(WRITTEN[language] ?? language, { day: 'numeric', month: 'long', year: 'numeric' });
