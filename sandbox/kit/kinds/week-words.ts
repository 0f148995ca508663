/** Describes a week in words. */
import { timeText } from '../telling/numbers.ts';
import type { WeekEntry } from './week-fields.ts';
import { rightCountSentence, limitSentences, tableValueText, wrongAnswerSentence } from './sentences.ts';
import type { WeekStory } from './week-story.ts';

const DAY_NAMES: Record<'fr' | 'en', readonly string[]> = {
	fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
	en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
};

/** Returns the name of a day; days count from 1. */
export const dayName = (day: number, language: string): string =>
	DAY_NAMES[language === 'fr' ? 'fr' : 'en'][day - 1] ?? '';

/** Returns an entry's words: who it is for, its day and its hours. */
export function weekEntryText({ who, day, from, to }: WeekEntry, language: string): string {
	const hoursText = `${timeText(from, language)}\u2009–\u2009${timeText(to, language)}`;
	return [who, ...(day === undefined ? [] : [dayName(day, language)]), hoursText].join(', ');
}

/** Returns sentences: first how often the program is right, then what is wrong. */
export function describeWeek({ entries }: WeekStory, language: string): string[] {
	const wrongEntries = entries.filter(({ verdict }) => verdict !== 'right');
	const sentences = wrongEntries.map((entry) =>
		wrongAnswerSentence(
			weekEntryText(entry, language),
			entry.answer.shown,
			tableValueText(entry.right, language),
			language
		)
	);
	return [
		rightCountSentence(entries.length - wrongEntries.length, entries.length, language),
		...limitSentences(sentences, language)
	];
}
