/** Marks works whose program came from elsewhere and has not run in this browser yet. */
import * as v from 'valibot';
import type { Version } from '#lib/domain/work.ts';
import type { RowAccess } from './rows.ts';

const FOREIGN_PROGRAM_SOURCES = ['file', 'wall'] as const;
/** Where a foreign program came from: an imported file, or an exhibit on the wall of a class. */
export type ForeignProgramSource = (typeof FOREIGN_PROGRAM_SOURCES)[number];

const foreignProgramRowSchema = v.object({ foreignSource: v.picklist(FOREIGN_PROGRAM_SOURCES) });

/**
 * Marks a work's program as foreign. Once it runs, its running mark replaces this row, because each work has one row in this
 * store.
 */
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
