/** Computes the story of a week: the program's answer for each entry, and the entry's day. */
import { ask, verdict } from '../ask.ts';
import type { WeekEntry, WeekFields } from './week-fields.ts';
import type { AnsweredTableRow } from './table-story.ts';

export type AnsweredWeekEntry = WeekEntry &
	AnsweredTableRow & {
		/** Day on which the entry is drawn, from 1; undefined when the program named none. */
		shownOn: number | undefined;
		/** True when the program accepts the entry. */
		isIn: boolean;
	};

export interface WeekStory {
	entries: AnsweredWeekEntry[];
	/** True when the dial sets how many entries are shown. */
	isMoved: boolean;
}

const DAYS_PER_WEEK = 7;

/** Calls the program for the first entries, as many as the dial sets, or for all entries. */
export function createWeekStory(program: object, fields: WeekFields, entryCount: number | undefined): WeekStory {
	const entries = fields.entries.slice(0, entryCount ?? fields.entries.length);
	return {
		entries: entries.map((entry, index) => askAboutEntry(program, fields, entry, entries.slice(0, index))),
		isMoved: entryCount !== undefined
	};
}

function askAboutEntry(
	program: object,
	{ function: name }: WeekFields,
	entry: WeekEntry,
	earlierEntries: readonly WeekEntry[]
): AnsweredWeekEntry {
	// The program gets the earlier entries that really fit, and not those that it accepted, so that one mistake does not cause
	// others.
	const fittingEntries = earlierEntries.filter(isFittingEntry).map(({ who, day, from, to, right }) => {
		return { who, day: typeof right === 'number' ? right : (day ?? 0), from, to };
	});
	const answer = ask(program, name, ...entry.given, fittingEntries);
	const { value, number } = answer;
	const isValidDay = number !== null && Number.isInteger(number) && number >= 1 && number <= DAYS_PER_WEEK;
	const isDayAsked = typeof entry.right === 'number';
	return {
		...entry,
		answer,
		verdict: verdict(answer, entry.right),
		shownOn: isDayAsked ? (isValidDay ? number : undefined) : entry.day,
		isIn: isDayAsked ? isValidDay : value === true || (typeof value === 'string' && typeof entry.right === 'string')
	};
}

const isFittingEntry = ({ right }: WeekEntry): boolean => right !== false && right !== 0;

/** Returns how many days a week shows: the working days, or more if an entry needs them. */
export const countShownDays = ({ entries }: Pick<WeekFields, 'entries'>): number =>
	Math.min(
		DAYS_PER_WEEK,
		Math.max(5, ...entries.map(({ day, right }) => Math.max(day ?? 0, typeof right === 'number' ? right : 0)))
	);
