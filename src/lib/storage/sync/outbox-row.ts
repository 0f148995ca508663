/** Rows of the store `outbox`: what this browser knows of each work on the server. */
import * as v from 'valibot';
import type { RowAccess } from '../rows.ts';

export interface OutboxRow {
	format: 1;
	work: string;
	/** Id of the server's head as this browser has accepted it; null when the server never had this work. */
	head: string | null;
	known: string[];
	/** Id of the server's head that was made beside the local one; null once the author has chosen between them. */
	parted: string | null;
	/** Id of the version that the server refused for good; null without one. */
	refused: string | null;
	/** Whether the author removed the work here, so that it must be removed from the server too. */
	removed: boolean;
}

const rowSchema: v.GenericSchema<unknown, OutboxRow> = v.object({
	format: v.literal(1),
	work: v.string(),
	head: v.nullable(v.string()),
	known: v.array(v.string()),
	parted: v.nullable(v.string()),
	refused: v.nullable(v.string()),
	removed: v.boolean()
});

export function createOutboxRow(workId: string): OutboxRow {
	return { format: 1, work: workId, head: null, known: [], parted: null, refused: null, removed: false };
}

/** Reads a work's row. An unreadable row counts as new: everything is sent again, and the server stores each version only once. */
export async function readOutboxRow(access: RowAccess, workId: string): Promise<OutboxRow> {
	const result = v.safeParse(rowSchema, await access.get('outbox', workId));
	return result.success ? result.output : createOutboxRow(workId);
}

export async function readOutboxRows(access: RowAccess): Promise<OutboxRow[]> {
	return (await access.getAll('outbox')).flatMap((row) => {
		const result = v.safeParse(rowSchema, row);
		return result.success ? [result.output] : [];
	});
}

/** Marks a work as removed here. A work that the server never had leaves no row. */
export async function markWorkRemoved(access: RowAccess, workId: string): Promise<void> {
	const row = await readOutboxRow(access, workId);
	if (row.known.length > 0) await access.put('outbox', { ...row, removed: true });
	else await access.remove('outbox', workId);
}

export async function unmarkWorkRemoved(access: RowAccess, workId: string): Promise<void> {
	const row = await readOutboxRow(access, workId);
	if (row.removed) await access.put('outbox', { ...row, removed: false });
}
