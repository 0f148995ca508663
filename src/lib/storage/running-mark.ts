/** Marks programs that this page runs, so that after a crash none starts by itself. */
import * as v from 'valibot';
import { browserValueStore } from '#lib/browser-values.ts';

const LEAVING_MARK_KEY_PREFIX = 'braise.left.';
const runningMarkRowSchema = v.object({ work: v.string() });

export interface RunningMarks {
	/** Returns a new mark for this work, to be stored in the work's row of the store `running`. */
	begin(workId: string): string;
	end(workId: string): void;
	/** Tells whether the page that made this mark was left normally. */
	wasLeftNormally(workId: string, mark: string): boolean;
	close(): void;
}

export function createRunningMarks(newMark: () => string): RunningMarks {
	const marksByWork = new Map<string, string>();
	const storeLeavingMarksOfPage = () => marksByWork.forEach((mark, work) => storeLeavingMark(work, mark));
	/**
	 * Removes the marks of a normal leaving when the page returns from the back-forward cache, where its programs were only
	 * suspended.
	 */
	const removeLeavingMarksOfPage = () => marksByWork.forEach((_, work) => removeLeavingMark(work));
	globalThis.addEventListener?.('pagehide', storeLeavingMarksOfPage);
	globalThis.addEventListener?.('pageshow', removeLeavingMarksOfPage);
	return {
		begin(work) {
			const mark = newMark();
			marksByWork.set(work, mark);
			return mark;
		},
		end(work) {
			marksByWork.delete(work);
			removeLeavingMark(work);
		},
		wasLeftNormally: (work, mark) => readLeavingMark(work) === mark,
		close() {
			globalThis.removeEventListener?.('pagehide', storeLeavingMarksOfPage);
			globalThis.removeEventListener?.('pageshow', removeLeavingMarksOfPage);
		}
	};
}

/**
 * Removes the marks of normal leaving for works, given by their rows in the store `running`, since a mark's key names no account.
 */
export function removeLeavingMarksOfRows(runningRows: unknown[]): void {
	for (const row of runningRows) {
		const result = v.safeParse(runningMarkRowSchema, row);
		if (result.success) removeLeavingMark(result.output.work);
	}
}

/**
 * Stores a mark in browser storage: IndexedDB transactions that begin while a page is left never end. Where storage is refused, leaving
 * looks like a crash, and the student presses Run again.
 */
const storeLeavingMark = (workId: string, mark: string): void =>
	browserValueStore.write(LEAVING_MARK_KEY_PREFIX + workId, mark);

const removeLeavingMark = (workId: string): void => browserValueStore.remove(LEAVING_MARK_KEY_PREFIX + workId);

const readLeavingMark = (workId: string): string | null => browserValueStore.read(LEAVING_MARK_KEY_PREFIX + workId);
