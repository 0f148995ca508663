import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { parseJson } from '#lib/domain/parse.ts';
import { type Connection, type Database, DatabaseRefusal, rowsOf } from '../database.ts';
import { applyMigrationSteps, readAppliedMigrations, MIGRATION_TABLE, readMigrationSteps } from '../migrate.ts';
import { END_LINE_TABLE, BackupHeader, readBackupLine, listTablesParentsFirst } from './format.ts';

const MOST_INSERT_CHARACTERS = 4_000_000;
const MOST_INSERT_ROWS = 500;

/** Loads a backup and returns its number of rows. Throws a DatabaseRefusal when the backup is incomplete or of an unknown version. */
export async function loadBackupRows({ database }: Connection, lines: AsyncGenerator<string>): Promise<number> {
	const firstLine = await lines.next();
	const header = v.safeParse(BackupHeader, parseJson(firstLine.done ? '' : firstLine.value));
	if (!header.success) throw new DatabaseRefusal('This is not a backup of Braise.');
	const backupMigrations = new Set(header.output.migrations);
	const steps = readMigrationSteps();
	const knownHashes = new Set(steps.map(({ hash }) => hash));
	if ([...backupMigrations].some((hash) => !knownHashes.has(hash))) {
		throw new DatabaseRefusal('This backup was made by another version of Braise. Restore it with that one.');
	}
	return database.transaction(async (transaction) => {
		await dropAllTables(transaction);
		await readAppliedMigrations(transaction);
		// Load the rows into tables as they were when the backup was made, then apply the newer migrations.
		await applyMigrationSteps(
			transaction,
			steps.filter(({ hash }) => backupMigrations.has(hash))
		);
		const rowCount = await runWithDeferredSelfReferences(transaction, () => storeBackupLines(transaction, lines));
		await applyMigrationSteps(
			transaction,
			steps.filter(({ hash }) => !backupMigrations.has(hash))
		);
		return rowCount;
	});
}

async function dropAllTables(transaction: Database): Promise<void> {
	for (const table of [...(await listTablesParentsFirst(transaction)), MIGRATION_TABLE]) {
		await transaction.execute(sql`drop table if exists ${sql.identifier(table)} cascade`);
	}
	// The background jobs belong to the replaced data; the queue creates its schema again.
	await transaction.execute(sql.raw('drop schema if exists pgboss cascade'));
}

/**
 * Checks references within one table only once all rows are stored: a backup has a table's rows in any order, and a row may reference one
 * that another statement inserts later.
 */
async function runWithDeferredSelfReferences<Result>(
	transaction: Database,
	store: () => Promise<Result>
): Promise<Result> {
	const selfReferences = rowsOf(
		await transaction.execute(sql`
			select relname as table, conname as name from pg_constraint join pg_class on pg_class.oid = conrelid
			where contype = 'f' and connamespace = 'public'::regnamespace and conrelid = confrelid and not condeferrable`)
	);
	const alterSelfReferences = async (timing: string): Promise<void> => {
		for (const { table, name } of selfReferences) {
			const [tableName, constraintName] = [sql.identifier(String(table)), sql.identifier(String(name))];
			await transaction.execute(sql`alter table ${tableName} alter constraint ${constraintName} ${sql.raw(timing)}`);
		}
	};
	await alterSelfReferences('deferrable initially deferred');
	const result = await store();
	// PostgreSQL alters no table that has checks pending, so do them first.
	await transaction.execute(sql.raw('set constraints all immediate'));
	await alterSelfReferences('not deferrable');
	return result;
}

async function storeBackupLines(transaction: Database, lines: AsyncGenerator<string>): Promise<number> {
	const tableNames = new Set(await listTablesParentsFirst(transaction));
	let table = END_LINE_TABLE;
	let pageTexts: string[] = [];
	let characterCount = 0;
	let rowCount = 0;
	const insertRowPage = async (): Promise<void> => {
		const name = sql.identifier(table);
		const rows = sql`json_populate_recordset(null::${name}, ${`[${pageTexts.join()}]`}::json)`;
		if (pageTexts.length > 0) await transaction.execute(sql`insert into ${name} select * from ${rows}`);
		rowCount += pageTexts.length;
		pageTexts = [];
		characterCount = 0;
	};
	for await (const line of lines) {
		const backupRow = readBackupLine(line);
		if (backupRow.table !== table || characterCount > MOST_INSERT_CHARACTERS || pageTexts.length >= MOST_INSERT_ROWS)
			await insertRowPage();
		table = backupRow.table;
		if (table === END_LINE_TABLE) {
			if (backupRow.text === String(rowCount)) return rowCount;
			break;
		}
		if (!tableNames.has(table)) throw new DatabaseRefusal(`The backup has a table that its version did not: ${table}.`);
		pageTexts.push(backupRow.text);
		characterCount += backupRow.text.length;
	}
	throw new DatabaseRefusal('The backup is not whole.');
}
