/** Plans a sheet whose rows appear one after another, until the first mistake is looked at. */
import type { Verdict } from '../ask.ts';
import { timeline } from '../timeline.ts';
import type { KindMoment } from './layout.ts';

export interface PlayProgress {
	/** Number of rows that are visible by now. */
	shown: number;
	isDone: boolean;
	/** Index of the row that is looked at. */
	current: number;
}

/**
 * Seconds from one row to the next. `LONGEST` is the most seconds for all rows, and for `STANDS` seconds the whole sheet stands
 * afterwards.
 */
const EACH = 0.7;
const LONGEST = 4.2;
const STANDS = 6;

/** Returns the state of the sheet. `isMoved`: a hand sets how many rows there are, and the last one is looked at. */
export function playProgressOf(
	rows: readonly { verdict: Verdict }[],
	{ time, still }: Pick<KindMoment, 'time' | 'still'>,
	isMoved: boolean
): PlayProgress {
	const each = Math.min(EACH, LONGEST / Math.max(1, rows.length));
	const { now } = timeline({
		each: rows.length * each + STANDS,
		begins: each,
		still: rows.length * each + 1
	}).at(time, 1, still);
	const visibleRowCount = isMoved ? rows.length : Math.min(rows.length, Math.ceil(now / each));
	const isDone = visibleRowCount === rows.length;
	const wrong = rows.findIndex(({ verdict }) => verdict !== 'right');
	return {
		shown: visibleRowCount,
		isDone,
		current: isDone && wrong >= 0 && !isMoved ? wrong : Math.max(0, visibleRowCount - 1)
	};
}
