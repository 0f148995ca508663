/** Backs PGlite up every few minutes when something changed, against power cuts, and deletes old backups. */
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Connection } from '../database.ts';
import { listBackups, makeBackup, type WrittenBackup } from './files.ts';

/**
 * `every`: milliseconds between checks. `rest`: the pause after a backup, as a multiple of the time that it took, because every query waits
 * during a backup.
 */
const CHANGE_CHECK_PACE = { every: 5 * 60_000, rest: 100 };
/** Number of newest backups to keep, besides the last backup of each of the last `BACKUP_RETENTION_DAYS` days. */
const NEWEST_BACKUPS_KEPT = 6;
const BACKUP_RETENTION_DAYS = 7;

export interface BackupSchedule {
	/** Makes a backup now, even when nothing changed. */
	makeBackupNow(): Promise<WrittenBackup>;
	/** Makes a last backup when something changed. */
	stop(): Promise<void>;
}

interface BackupListeners {
	onBackupMade(made: WrittenBackup, milliseconds: number): void;
	onBackupFailed(error: unknown): void;
}

export function scheduleBackups(
	connection: Connection,
	folder: string,
	{ onBackupMade, onBackupFailed }: BackupListeners,
	{ every, rest } = CHANGE_CHECK_PACE
): BackupSchedule {
	let knownChangeCount: string | undefined;
	let lastTask: Promise<unknown> = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	let isStopped = false;

	async function makeBackupAndScheduleCheck(): Promise<WrittenBackup> {
		const startedAt = performance.now();
		const changeCount = await countChanges(connection);
		const backup = await makeBackup(connection, folder);
		knownChangeCount = changeCount;
		const milliseconds = performance.now() - startedAt;
		onBackupMade(backup, milliseconds);
		await deleteOldBackups(folder);
		scheduleChangeCheck(Math.max(every, milliseconds * rest));
		return backup;
	}
	async function makeBackupIfChanged(): Promise<void> {
		try {
			if (knownChangeCount !== undefined && knownChangeCount === (await countChanges(connection)))
				return scheduleChangeCheck(every);
			await makeBackupAndScheduleCheck();
		} catch (error) {
			onBackupFailed(error);
			scheduleChangeCheck(every);
		}
	}
	function runInTurn<Value>(act: () => Promise<Value>): Promise<Value> {
		const task = lastTask.then(act);
		lastTask = task.catch(() => undefined);
		return task;
	}
	function scheduleChangeCheck(milliseconds: number): void {
		clearTimeout(timer);
		if (!isStopped) timer = setTimeout(() => void runInTurn(makeBackupIfChanged), milliseconds).unref();
	}

	scheduleChangeCheck(every);
	return {
		makeBackupNow: () => runInTurn(makeBackupAndScheduleCheck),
		async stop() {
			isStopped = true;
			clearTimeout(timer);
			await runInTurn(makeBackupIfChanged);
		}
	};
}

/** Returns a number that grows with every row inserted, updated or deleted. */
async function countChanges(connection: Connection): Promise<string> {
	await connection.query('select pg_stat_force_next_flush()');
	const { rows } = await connection.query(
		`select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::text as changes from pg_stat_user_tables where schemaname = 'public'`
	);
	return String(rows[0]?.['changes']);
}

async function deleteOldBackups(folder: string): Promise<void> {
	const backupFiles = await listBackups(folder);
	const filesToKeep = new Set(selectBackupsToKeep(backupFiles));
	for (const file of backupFiles) if (!filesToKeep.has(file)) await rm(file, { force: true });
}

/** Selects the backups to keep from a list sorted from the oldest. */
export function selectBackupsToKeep(files: string[]): string[] {
	const lastOfDay = new Map(files.map((file) => [basename(file).slice(0, 10), file]));
	return [...new Set([...[...lastOfDay.values()].slice(-BACKUP_RETENTION_DAYS), ...files.slice(-NEWEST_BACKUPS_KEPT)])];
}
