/** What of each work is on the server, as far as this browser knows. Rows of the store `outbox`. */
import * as v from 'valibot';
import type { Access } from '../rows.ts';

export interface OutboxRow {
	format: 1;
	work: string;
	/** What opens on the server, as this browser has seen and accepted it; null when the server never had this work. */
	head: string | null;
	/** Versions that the server has. */
	known: string[];
	/** Opens on the server, and was made beside what opens here. Its author has to say which one it is to be. */
	parted: string | null;
	/** The server does not take this version, and would not take it again. */
	refused: string | null;
	/** The author removed it here: it goes from the server too. */
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

/** A row that cannot be read says nothing: then all is sent again, and is there once all the same. */
export async function readRow(access: Access, work: string): Promise<OutboxRow> {
	const result = v.safeParse(rowSchema, await access.get('outbox', work));
	return result.success ? result.output : newRow(work);
}

export async function readRows(access: Access): Promise<OutboxRow[]> {
	return (await access.all('outbox')).flatMap((row) => {
		const result = v.safeParse(rowSchema, row);
		return result.success ? [result.output] : [];
	});
}

/** What the server never had is gone with its rows. */
export async function markRemoved(access: Access, work: string): Promise<void> {
	const row = await readRow(access, work);
	if (row.known.length > 0) await access.put('outbox', { ...row, removed: true });
	else await access.remove('outbox', work);
}

export async function unmarkRemoved(access: Access, work: string): Promise<void> {
	const row = await readRow(access, work);
	if (row.removed) await access.put('outbox', { ...row, removed: false });
}
