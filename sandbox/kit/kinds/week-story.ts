/** The story of a week: what the program says of each entry that comes, and where it is put. It draws nothing. */
import { ask, verdict } from '../ask.ts';
import type { WeekEntry, WeekFields } from './week-fields.ts';
import type { AskedRow } from './table-story.ts';

export type AskedEntry = WeekEntry &
	AskedRow & {
		/** The day on which it is shown, from 1; undefined where the program names none. */
		shownOn: number | undefined;
		/** The program takes it in. */
		isIn: boolean;
	};

export interface WeekStory {
	entries: AskedEntry[];
	/** A hand sets how many entries have come. */
	isMoved: boolean;
}

const DAYS = 7;

/** Asks the program for the first entries, or for all. */
export function weekStory(program: object, fields: WeekFields, moved: number | undefined): WeekStory {
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
): AskedEntry {
	// Those that do fit, whatever the program said of them: one mistake does not bring others.
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

/** Returns how many days a week shows: those of work, or more where an entry needs them. */
export const daysShown = ({ entries }: Pick<WeekFields, 'entries'>): number =>
	Math.min(
		DAYS,
		Math.max(5, ...entries.map(({ day, right }) => Math.max(day ?? 0, typeof right === 'number' ? right : 0)))
	);
