import { dateLocaleOf, formatDayInWords } from '#lib/ui/when.ts';
import { countDaysSince1970, localTimeZone } from '#lib/domain/dates.ts';
import { assignmentPhaseOf, type Assignment } from '#lib/domain/assignment.ts';
import type { Language } from '#lib/domain/language.ts';
import { m } from '#lib/paraglide/messages.js';

/** Number of days ahead for which the name of a weekday, without a date, is unambiguous. */
const LAST_DAY_AHEAD_NAMED_BY_WEEKDAY = 6;

interface DateTextOptions {
	language: Language;
	now: Date;
	timeZone?: string;
}

export function momentInWords(moment: Date, { language, now, timeZone = localTimeZone() }: DateTextOptions): string {
	const days = countDaysSince1970(moment, timeZone) - countDaysSince1970(now, timeZone);
	const time = hourText(moment, language, timeZone);
	if (days === 0) return m.date_today({ time });
	if (days === 1) return m.date_tomorrow({ time });
	if (days === -1) return m.date_yesterday({ time });
	const sameYear = yearOf(moment, timeZone) === yearOf(now, timeZone);
	const day = formatDayInWords(moment, language, {
		timeZone,
		weekday: 'long',
		...(days > 1 && days <= LAST_DAY_AHEAD_NAMED_BY_WEEKDAY ? {} : { day: 'numeric', month: 'long' }),
		...(sameYear ? {} : { year: 'numeric' })
	});
	return m.date_day({ day: day.replace(',', ''), time });
}

/** Writes a date with its year and time, for text that is copied and read on another day. */
export function fullDateText(moment: Date, language: Language, timeZone = localTimeZone()): string {
	const day = formatDayInWords(moment, language, {
		timeZone,
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric'
	});
	return m.date_day({ day: day.replace(',', ''), time: hourText(moment, language, timeZone) }, { locale: language });
}

function hourText(moment: Date, language: Language, timeZone: string): string {
	const clockText = moment.toLocaleTimeString(dateLocaleOf(language), {
		timeZone,
		hour: '2-digit',
		minute: '2-digit'
	});
	if (language === 'en') return clockText;
	const [hours, minutes] = clockText.split(':');
	return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes ?? ''}`}`;
}

const yearOf = (moment: Date, timeZone: string): string =>
	moment.toLocaleDateString('en-GB', { timeZone, year: 'numeric' });

export function assignmentDateText(
	assignment: Pick<Assignment, 'opensAt' | 'dueAt' | 'closedAt'>,
	options: DateTextOptions
): string {
	const { opensAt, dueAt, closedAt } = assignment;
	const phase = assignmentPhaseOf(assignment, options.now);
	if (phase === 'closed' && closedAt) return m.assignment_closed({ when: momentInWords(closedAt, options) });
	if (phase === 'ahead' && opensAt) return m.assignment_opens({ when: momentInWords(opensAt, options) });
	if (!dueAt) return m.assignment_no_due();
	const when = momentInWords(dueAt, options);
	return phase === 'late' ? m.assignment_late({ when }) : m.assignment_due({ when });
}
