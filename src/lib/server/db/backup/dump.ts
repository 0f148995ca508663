/** Writes the whole database at one moment as text, without queued background jobs, whose pending work is found again. */
import { sql } from 'drizzle-orm';
import { type Connection, type Database, rowsOf } from '../database.ts';
import { MIGRATION_TABLE } from '../migrate.ts';
import {
	BACKUP_FORMAT,
	END_LINE_TABLE,
	formatBackupLine,
	type BackupHeader,
	listTablesParentsFirst
} from './format.ts';

const ROWS_PER_PAGE = 200;

type DumpTextWriter = (text: string) => Promise<void>;

/** Returns the number of rows. On PGlite every other query waits meanwhile, so `write` must be fast. */
export async function dumpDatabase({ database }: Connection, write: DumpTextWriter): Promise<number> {
	return database.transaction(
		async (transaction) => {
			const appliedRows = await transaction.execute(sql.raw(`select hash from ${MIGRATION_TABLE}`));
			const header: BackupHeader = {
				braise: 'backup',
				format: BACKUP_FORMAT,
				madeAt: new Date().toISOString(),
				migrations: rowsOf(appliedRows).map(({ hash }) => String(hash))
			};
			await write(`${JSON.stringify(header)}\n`);
			let rowCount = 0;
			for (const table of await listTablesParentsFirst(transaction))
				rowCount += await dumpTable(transaction, table, write);
			await write(formatBackupLine(END_LINE_TABLE, String(rowCount)));
			return rowCount;
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}

async function dumpTable(transaction: Database, table: string, write: DumpTextWriter): Promise<number> {
	const rows = sql`select row_to_json(it)::text as line from ${sql.identifier(table)} it`;
	await transaction.execute(sql`declare page no scroll cursor for ${rows}`);
	let rowCount = 0;
	for (;;) {
		const pageRows = rowsOf(await transaction.execute(sql.raw(`fetch ${ROWS_PER_PAGE} from page`)));
		if (pageRows.length === 0) break;
		await write(pageRows.map(({ line }) => formatBackupLine(table, String(line))).join(''));
		rowCount += pageRows.length;
	}
	await transaction.execute(sql.raw('close page'));
	return rowCount;
}
