import * as v from 'valibot';
import { sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../database.ts';
import { MIGRATION_TABLE } from '../migrate.ts';

export async function listTablesParentsFirst(database: Database): Promise<string[]> {
	const tables = rowsOf(
		await database.execute(sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`)
	).map(({ name }) => String(name));
	const references = rowsOf(
		await database.execute(sql`
			select child.relname as child, parent.relname as parent
			from pg_constraint
			join pg_class child on child.oid = conrelid
			join pg_class parent on parent.oid = confrelid
			where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`)
	);
	const parentTablesOf = (name: string) => references.filter(({ child }) => child === name).map(({ parent }) => parent);
	let tableQueue = tables.filter((name) => name !== MIGRATION_TABLE);
	const orderedTables: string[] = [];
	while (tableQueue.length > 0) {
		const next = tableQueue.find((name) =>
			parentTablesOf(name).every((parent) => orderedTables.includes(String(parent)))
		);
		if (next === undefined) throw new Error(`These tables refer to each other in a ring: ${tableQueue.join(', ')}.`);
		tableQueue = tableQueue.filter((name) => name !== next);
		orderedTables.push(next);
	}
	return orderedTables;
}

/**
 * A backup is a compressed text: a header line, one line per row (table, tab, the row as PostgreSQL's JSON), and a last line with the
 * number of rows. JavaScript never parses the rows, so no number is rounded.
 */
export const BACKUP_FORMAT = 1;

export const BackupHeader = v.object({
	braise: v.literal('backup'),
	format: v.literal(BACKUP_FORMAT),
	madeAt: v.string(),
	/** Hashes of the migrations that were applied when the backup was made; they decide which columns the rows have. */
	migrations: v.array(v.string())
});
export type BackupHeader = v.InferOutput<typeof BackupHeader>;

/** Table name that marks the last line. It is empty, because no table has an empty name. */
export const END_LINE_TABLE = '';

export function formatBackupLine(table: string, text: string): string {
	return `${table}\t${text}\n`;
}

export function readBackupLine(line: string): { table: string; text: string } {
	const tabIndex = line.indexOf('\t');
	return { table: line.slice(0, Math.max(tabIndex, 0)), text: line.slice(tabIndex + 1) };
}

/** Splits at `\n` only; node:readline also splits at other characters. An incomplete last line is dropped. */
export async function* splitLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let unfinishedLine = '';
	for await (const piece of pieces) {
		const lines = (unfinishedLine + decoder.decode(piece, { stream: true })).split('\n');
		unfinishedLine = lines.pop() ?? '';
		yield* lines;
	}
}
