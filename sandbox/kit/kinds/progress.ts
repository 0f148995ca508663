/** Decides how many rows of a sheet are visible at a moment, and which row is highlighted. */
import type { Verdict } from '../ask.ts';
import { timeline } from '../timeline.ts';
import type { KindMoment } from './layout.ts';

export interface PlayProgress {
	/** Number of rows that are visible by now. */
	shownCount: number;
	isDone: boolean;
	/** Index of the highlighted row. */
	current: number;
}

/**
 * Seconds from one row to the next, the most seconds until all rows are shown, and the seconds that the whole sheet then stays.
 */
const ROW_SECONDS = 0.7;
const MOST_SECONDS_OF_ROWS = 4.2;
const STANDING_SECONDS = 6;

/** Returns the state of the sheet. `isMoved`: the dial sets how many rows there are, and the last row is highlighted. */
export function playProgressOf(
	rows: readonly { verdict: Verdict }[],
	{ time, still }: Pick<KindMoment, 'time' | 'still'>,
	isMoved: boolean
): PlayProgress {
	const secondsPerRow = Math.min(ROW_SECONDS, MOST_SECONDS_OF_ROWS / Math.max(1, rows.length));
	const { now } = timeline({
		each: rows.length * secondsPerRow + STANDING_SECONDS,
		begins: secondsPerRow,
		still: rows.length * secondsPerRow + 1
	}).at(time, 1, still);
	const visibleRowCount = isMoved ? rows.length : Math.min(rows.length, Math.ceil(now / secondsPerRow));
	const isDone = visibleRowCount === rows.length;
	const firstWrongIndex = rows.findIndex(({ verdict }) => verdict !== 'right');
	return {
		shownCount: visibleRowCount,
		isDone,
		current: isDone && firstWrongIndex >= 0 && !isMoved ? firstWrongIndex : Math.max(0, visibleRowCount - 1)
	};
}
