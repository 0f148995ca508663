/** Rows of the store `outbox`: what this browser knows of each work on the server. */
import * as v from 'valibot';
import { parseWithSchema } from '#lib/domain/parse.ts';
import type { RowAccess } from '../rows.ts';

const outboxRowSchema = v.object({
	format: v.literal(1),
	work: v.string(),
	/** Id of the server's head that this browser has accepted; null when the server never had this work. */
	head: v.nullable(v.string()),
	known: v.array(v.string()),
	/** Id of the server's head that was made beside the local one; null once the author has chosen between them. */
	parted: v.nullable(v.string()),
	/** Id of the version that the server refused for good; null when there is none. */
	refused: v.nullable(v.string()),
	/** Id of the version of a new work that the server refused as `absent`; absent when there is none. */
	absentHead: v.exactOptional(v.string()),
	/** Whether the author removed the work here, so that it must be removed from the server too. */
	removed: v.boolean(),
	/** When the author removed the work, in milliseconds since 1970; absent when it is here, or was removed by an older version. */
	removedAt: v.exactOptional(v.number()),
	/** Whether the removal was sent, so that the server may have removed the work, even without an answer. */
	removalSent: v.exactOptional(v.boolean())
});
export type OutboxRow = v.InferOutput<typeof outboxRowSchema>;

export function createOutboxRow(workId: string): OutboxRow {
	return { format: 1, work: workId, head: null, known: [], parted: null, refused: null, removed: false };
}

/** Reads a work's row. An unreadable row counts as new: everything is sent again, and the server stores each version only once. */
export async function readOutboxRow(access: RowAccess, workId: string): Promise<OutboxRow> {
	return parseWithSchema(outboxRowSchema, await access.get('outbox', workId)) ?? createOutboxRow(workId);
}

export async function readOutboxRows(access: RowAccess): Promise<OutboxRow[]> {
	return (await access.getAll('outbox')).flatMap((row) => parseWithSchema(outboxRowSchema, row) ?? []);
}

/** Milliseconds before a removal is sent, so that a removal undone in time leaves the work as it was. */
export const REMOVAL_UNDO_DELAY_MS = 30_000;

/** Tells whether a removal may be sent. A removal dated in the future may, because the clock was set back. */
export function isRemovalFinal(removedAt: number, now: number): boolean {
	return now < removedAt || now >= removedAt + REMOVAL_UNDO_DELAY_MS;
}

/**
 * Marks a work as removed here, even if this browser does not know that the server has it: the server's answer may have been
 * lost.
 */
export async function markWorkRemoved(access: RowAccess, workId: string, removedAt: number): Promise<void> {
	await access.put('outbox', {
		...(await readOutboxRow(access, workId)),
		removed: true,
		removedAt,
		removalSent: false
	});
}

/** Records whether the removal of a work was sent. Resolves to whether the work is still removed here. */
export async function recordRemovalSent(access: RowAccess, workId: string, removalSent: boolean): Promise<boolean> {
	const row = await readOutboxRow(access, workId);
	if (row.removed) await access.put('outbox', { ...row, removalSent });
	return row.removed;
}

export async function unmarkWorkRemoved(access: RowAccess, workId: string): Promise<void> {
	const { removedAt: _removedAt, removalSent: _removalSent, ...row } = await readOutboxRow(access, workId);
	if (row.removed) await access.put('outbox', { ...row, removed: false });
}
