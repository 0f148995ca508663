import * as v from 'valibot';
import type { Version } from '#lib/domain/work.ts';
import type { RowAccess } from './rows.ts';
import { browserValueStore } from '#lib/browser-values.ts';

const LEAVING_MARK_KEY_PREFIX = 'braise.left.';
const runningMarkRowSchema = v.object({ work: v.string() });

export interface RunningMarks {
	/** Returns a new mark for this work, to be stored in the work's row of the store `running`. */
	begin(workId: string): string;
	end(workId: string): void;
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

const FOREIGN_PROGRAM_SOURCES = ['file', 'wall'] as const;
/** Where a foreign program came from: an imported file, or an exhibit on the wall of a class. */
export type ForeignProgramSource = (typeof FOREIGN_PROGRAM_SOURCES)[number];

const foreignProgramRowSchema = v.object({ foreignSource: v.picklist(FOREIGN_PROGRAM_SOURCES) });

/** Once it runs, its running mark replaces this row, because each work has one row in this store. */
export async function markProgramForeign(
	access: RowAccess,
	workId: string,
	foreignSource: ForeignProgramSource
): Promise<void> {
	await access.put('running', { work: workId, foreignSource });
}

/** Resolves to where a foreign program came from; null once it has run here or was edited, and for any other program. */
export async function readForeignProgramSource(
	access: RowAccess,
	workId: string
): Promise<ForeignProgramSource | null> {
	const row = v.safeParse(foreignProgramRowSchema, await access.get('running', workId));
	return row.success ? row.output.foreignSource : null;
}

/** Removes the foreign mark of a work; the mark of a running program stays. */
export async function removeForeignMark(access: RowAccess, workId: string): Promise<void> {
	if ((await readForeignProgramSource(access, workId)) !== null) await access.remove('running', workId);
}

/** Tells whether a version is a classmate's program as it hung on the wall, to which this student has added nothing. */
export const isUntouchedRemix = ({ project, parent }: Version): boolean =>
	project?.remixOf !== undefined && parent === null;
