/** The story of a week: the program's answer for each entry, and the entry's day. Draws nothing. */
import { ask, verdict } from '../ask.ts';
import type { WeekEntry, WeekFields } from './week-fields.ts';
import type { AnsweredRow } from './table-story.ts';

export type AnsweredEntry = WeekEntry &
	AnsweredRow & {
		/** Day on which the entry is drawn, from 1; undefined when the program named none. */
		shownOn: number | undefined;
		/** True when the program accepts the entry. */
		isIn: boolean;
	};

export interface WeekStory {
	entries: AnsweredEntry[];
	/** True when a hand sets how many entries have come. */
	isMoved: boolean;
}

const DAYS = 7;

/** Calls the program for the first entries, as many as a hand sets, or for all. */
export function createWeekStory(program: object, fields: WeekFields, moved: number | undefined): WeekStory {
	const entries = fields.entries.slice(0, moved ?? fields.entries.length);
	return {
		entries: entries.map((entry, index) => askedEntry(program, fields, entry, entries.slice(0, index))),
		isMoved: moved !== undefined
	};
}

function askedEntry(
	program: object,
	{ function: name }: WeekFields,
	entry: WeekEntry,
	earlier: readonly WeekEntry[]
): AnsweredEntry {
	// The program gets the earlier entries that really fit, whatever it answered for them, so that one mistake does not cause
	// others.
	const before = earlier.filter(fits).map(({ who, day, from, to, right }) => {
		return { who, day: typeof right === 'number' ? right : (day ?? 0), from, to };
	});
	const answer = ask(program, name, ...entry.given, before);
	const { value, number } = answer;
	const isDay = number !== null && Number.isInteger(number) && number >= 1 && number <= DAYS;
	const byDay = typeof entry.right === 'number';
	return {
		...entry,
		answer,
		verdict: verdict(answer, entry.right),
		shownOn: byDay ? (isDay ? number : undefined) : entry.day,
		isIn: byDay ? isDay : value === true || (typeof value === 'string' && typeof entry.right === 'string')
	};
}

const fits = ({ right }: WeekEntry): boolean => right !== false && right !== 0;

/** Returns how many days a week shows: the working days, or more if an entry needs them. */
export const shownDayCount = ({ entries }: Pick<WeekFields, 'entries'>): number =>
	Math.min(
		DAYS,
		Math.max(5, ...entries.map(({ day, right }) => Math.max(day ?? 0, typeof right === 'number' ? right : 0)))
	);
