import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { resolve } from 'node:path';
import { type Database, takeDatabaseLock, DatabaseRefusal, rowsOf } from './database.ts';

/** The migrations folder among the sources. It is read in production too, because the process runs in the project's folder. */
const MIGRATIONS_FOLDER = resolve('src/lib/server/db/migrations');

export const MIGRATION_TABLE = 'braise_migration';

export interface MigrationStep {
	hash: string;
	/** SQL of the migration, one statement per text, because PGlite accepts only one at a time. */
	statements: string[];
}

export function readMigrationSteps(folder = MIGRATIONS_FOLDER): MigrationStep[] {
	return readMigrationFiles({ migrationsFolder: folder }).map(({ hash, sql }) => ({ hash, statements: sql }));
}

/** Applies the missing migrations. Throws a DatabaseRefusal when the database knows migrations that this version does not. */
export async function migrateDatabase({ database }: { database: Database }, folder = MIGRATIONS_FOLDER): Promise<void> {
	const steps = readMigrationSteps(folder);
	await database.transaction(async (transaction) => {
		// Lock before reading, so that a process that waited for another sees the other's migrations.
		await takeDatabaseLock(transaction, 'migration');
		const appliedHashes = await readAppliedMigrations(transaction);
		const knownHashes = new Set(steps.map(({ hash }) => hash));
		if ([...appliedHashes].some((hash) => !knownHashes.has(hash))) {
			throw new DatabaseRefusal(
				'The database was used by a newer version of Braise, and this one does not know its shape. Start that version, or restore a backup made before it (docs/running.md).'
			);
		}
		await applyMigrationSteps(
			transaction,
			steps.filter(({ hash }) => !appliedHashes.has(hash))
		);
	});
}

export async function readAppliedMigrations(transaction: Database): Promise<Set<string>> {
	await transaction.execute(
		sql.raw(
			`create table if not exists ${MIGRATION_TABLE} (hash text primary key, applied_at timestamptz not null default now())`
		)
	);
	const result: unknown = await transaction.execute(sql.raw(`select hash from ${MIGRATION_TABLE}`));
	return new Set(rowsOf(result).map(({ hash }) => String(hash)));
}

export async function applyMigrationSteps(transaction: Database, steps: MigrationStep[]): Promise<void> {
	for (const { hash, statements } of steps) {
		for (const statement of statements) await transaction.execute(sql.raw(statement));
		await transaction.execute(sql`insert into ${sql.raw(MIGRATION_TABLE)} (hash) values (${hash})`);
	}
}
