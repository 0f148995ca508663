/** Restores a backup and keeps the previous data aside: a folder on PGlite, a backup on PostgreSQL. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { type Connection, DatabaseRefusal } from '../database.ts';
import { lockStoreFolder } from '../store-folder-lock.ts';
import { openPglite } from '../pglite.ts';
import { loadBackup, makeBackup } from './files.ts';

/** Milliseconds for which the server may still list the connections of a process that has ended. */
const ENDED_CONNECTION_LISTED_MILLISECONDS = 2_000;

export interface RestoreResult {
	rows: number;
	asidePath?: string;
}

/** Moves the existing store aside without opening it, because it may be damaged. */
export async function restorePglite(folder: string, file: string): Promise<RestoreResult> {
	const unlock = await lockStoreFolder(folder);
	const unfinishedFolder = `${folder}.restoring`;
	try {
		await rm(unfinishedFolder, { recursive: true, force: true });
		const connection = await openPglite(unfinishedFolder);
		const rows = await loadBackup(connection, file).finally(() => connection.close());
		if (!existsSync(folder)) {
			await rename(unfinishedFolder, folder);
			return { rows };
		}
		const asidePath = `${folder}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
		await rename(folder, asidePath);
		await rename(unfinishedFolder, folder);
		return { rows, asidePath };
	} finally {
		await rm(unfinishedFolder, { recursive: true, force: true });
		await unlock();
	}
}

export async function restorePostgres(
	connection: Connection,
	file: string,
	backupsFolder: string
): Promise<RestoreResult> {
	if (await isDatabaseInUse(connection)) {
		throw new DatabaseRefusal('Braise is running on this database. Stop its processes first.');
	}
	const { rows: tables } = await connection.query(
		`select 1 from pg_tables where schemaname = 'public' and tablename = 'braise_migration'`
	);
	const previousBackup = tables.length > 0 ? await makeBackup(connection, backupsFolder) : undefined;
	const rows = await loadBackup(connection, file);
	return { rows, ...(previousBackup && { asidePath: previousBackup.file }) };
}

async function isDatabaseInUse(connection: Connection): Promise<boolean> {
	const deadline = Date.now() + ENDED_CONNECTION_LISTED_MILLISECONDS;
	for (;;) {
		const { rows } = await connection.query(
			`select pid from pg_stat_activity
			where datname = current_database() and application_name like 'braise %' and application_name <> current_setting('application_name')`
		);
		if (rows.length === 0) return false;
		if (Date.now() > deadline) return true;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
