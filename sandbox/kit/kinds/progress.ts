/** Decides how many rows of a sheet are visible at a moment, and which row is highlighted. */
import type { Verdict } from '../ask.ts';
import { timeline } from '../timeline.ts';
import type { CodelessSceneMoment } from './layout.ts';

export interface SheetProgress {
	/** Number of rows that are visible by now. */
	shownCount: number;
	isDone: boolean;
	/** Index of the highlighted row. */
	current: number;
}

/**
 * Seconds from one row to the next, the most seconds until all rows are shown, and the seconds that the whole sheet then stays.
 */
const SECONDS_PER_ROW = 0.7;
const MAX_SECONDS_UNTIL_ALL_ROWS = 4.2;
const FINISHED_SHEET_SECONDS = 6;

/** Returns the state of the sheet. With `isMoved`, which a dial sets, all rows are visible and the last is highlighted. */
export function sheetProgressAt(
	rows: readonly { verdict: Verdict }[],
	{ time, still }: Pick<CodelessSceneMoment, 'time' | 'still'>,
	isMoved: boolean
): SheetProgress {
	const secondsPerRow = Math.min(SECONDS_PER_ROW, MAX_SECONDS_UNTIL_ALL_ROWS / Math.max(1, rows.length));
	const { now } = timeline({
		each: rows.length * secondsPerRow + FINISHED_SHEET_SECONDS,
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
