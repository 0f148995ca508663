/** What this browser knows of each work on the server, as rows of the store `outbox`. */
import * as v from 'valibot';
import type { RowAccess } from '../rows.ts';

export interface OutboxRow {
	format: 1;
	work: string;
	/** The server's head as accepted by this browser; null when the server never had this work. */
	head: string | null;
	known: string[];
	/** The server's head, made beside the local one, while the author has not chosen. */
	parted: string | null;
	/** The version that the server refused for good. */
	refused: string | null;
	/** The author removed the work here; it has to be removed from the server too. */
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

export function newRow(work: string): OutboxRow {
	return { format: 1, work, head: null, known: [], parted: null, refused: null, removed: false };
}

/** Treats an unreadable row as new: everything is sent again, and the server stores it only once. */
export async function readRow(access: RowAccess, work: string): Promise<OutboxRow> {
	const result = v.safeParse(rowSchema, await access.get('outbox', work));
	return result.success ? result.output : newRow(work);
}

export async function readRows(access: RowAccess): Promise<OutboxRow[]> {
	return (await access.all('outbox')).flatMap((row) => {
		const result = v.safeParse(rowSchema, row);
		return result.success ? [result.output] : [];
	});
}

/** A work the server never had leaves no row. */
export async function markRemoved(access: RowAccess, work: string): Promise<void> {
	const row = await readRow(access, work);
	if (row.known.length > 0) await access.put('outbox', { ...row, removed: true });
	else await access.remove('outbox', work);
}

export async function unmarkRemoved(access: RowAccess, work: string): Promise<void> {
	const row = await readRow(access, work);
	if (row.removed) await access.put('outbox', { ...row, removed: false });
}
