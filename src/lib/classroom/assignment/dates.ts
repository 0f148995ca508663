/** Puts moments into words: near days by name, hours as French or British schools write them. */
import { dayNumber, localTimeZone } from '#lib/domain/local-time.ts';
import { assignmentPhaseOf, type Assignment } from '#lib/domain/assignment.ts';
import type { Language } from '#lib/domain/language.ts';
import { m } from '#lib/paraglide/messages.js';

const DATE_LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };
/** Days ahead for which a weekday without a date is unambiguous. */
const WEEKDAY_DAYS = 6;

interface DateContext {
	language: Language;
	now: Date;
	zone?: string;
}

export function momentInWords(moment: Date, { language, now, zone = localTimeZone() }: DateContext): string {
	const days = dayNumber(moment, zone) - dayNumber(now, zone);
	const time = hourText(moment, language, zone);
	if (days === 0) return m.date_today({ time });
	if (days === 1) return m.date_tomorrow({ time });
	if (days === -1) return m.date_yesterday({ time });
	const sameYear = yearOf(moment, zone) === yearOf(now, zone);
	const day = moment.toLocaleDateString(DATE_LOCALES[language], {
		timeZone: zone,
		weekday: 'long',
		...(days > 1 && days <= WEEKDAY_DAYS ? {} : { day: 'numeric', month: 'long' }),
		...(sameYear ? {} : { year: 'numeric' })
	});
	return m.date_day({ day: day.replace(',', ''), time });
}

/** Writes a moment with date and year, for text that is copied and read on another day. */
export function fullDateText(moment: Date, language: Language, zone = localTimeZone()): string {
	const day = moment.toLocaleDateString(DATE_LOCALES[language], {
		timeZone: zone,
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric'
	});
	return m.date_day({ day: day.replace(',', ''), time: hourText(moment, language, zone) }, { locale: language });
}

function hourText(moment: Date, language: Language, zone: string): string {
	const clockText = moment.toLocaleTimeString(DATE_LOCALES[language], {
		timeZone: zone,
		hour: '2-digit',
		minute: '2-digit'
	});
	if (language === 'en') return clockText;
	const [hours, minutes] = clockText.split(':');
	return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes ?? ''}`}`;
}

const yearOf = (moment: Date, zone: string): string =>
	moment.toLocaleDateString('en-GB', { timeZone: zone, year: 'numeric' });

/** Says when the assignment opens, is due, was due or was closed: whichever of these matters now. */
export function assignmentDateText(
	assignment: Pick<Assignment, 'opensAt' | 'dueAt' | 'closedAt'>,
	dateContext: DateContext
): string {
	const { opensAt, dueAt, closedAt } = assignment;
	const phase = assignmentPhaseOf(assignment, dateContext.now);
	if (phase === 'closed' && closedAt) return m.assignment_closed({ when: momentInWords(closedAt, dateContext) });
	if (phase === 'ahead' && opensAt) return m.assignment_opens({ when: momentInWords(opensAt, dateContext) });
	if (!dueAt) return m.assignment_no_due();
	const when = momentInWords(dueAt, dateContext);
	return phase === 'late' ? m.assignment_late({ when }) : m.assignment_due({ when });
}
