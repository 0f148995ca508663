/** Backs PGlite up every few minutes when something changed, because a power cut may damage it. */
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Connection } from '../database.ts';
import { backupsIn, makeBackup, type WrittenBackup } from './files.ts';

/**
 * `every`: milliseconds between checks. `rest`: the pause after a backup, as a multiple of the time that it took, because every query waits
 * during a backup.
 */
const CHECK_PACE = { every: 5 * 60_000, rest: 100 };
/** The newest backups kept, and the number of last days whose last backup is kept. */
const NEWEST_KEPT = 6;
const DAYS_KEPT = 7;

export interface BackupSchedule {
	/** Makes a backup, whether or not something changed. */
	now(): Promise<WrittenBackup>;
	/** Makes a last backup when something changed. */
	stop(): Promise<void>;
}

interface KeeperListeners {
	made(made: WrittenBackup, milliseconds: number): void;
	failed(error: unknown): void;
}

export function scheduleBackups(
	connection: Connection,
	folder: string,
	{ made, failed }: KeeperListeners,
	{ every, rest } = CHECK_PACE
): BackupSchedule {
	let knownChanges: string | undefined;
	let working: Promise<unknown> = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	let isStopped = false;

	async function make(): Promise<WrittenBackup> {
		const began = performance.now();
		const changes = await changesOf(connection);
		const one = await makeBackup(connection, folder);
		knownChanges = changes;
		const took = performance.now() - began;
		made(one, took);
		await forget(folder);
		wait(Math.max(every, took * rest));
		return one;
	}
	async function ifChanged(): Promise<void> {
		try {
			if (knownChanges !== undefined && knownChanges === (await changesOf(connection))) return wait(every);
			await make();
		} catch (error) {
			failed(error);
			wait(every);
		}
	}
	/** Runs an action once the earlier ones have ended. */
	function next<Value>(act: () => Promise<Value>): Promise<Value> {
		const acting = working.then(act);
		working = acting.catch(() => undefined);
		return acting;
	}
	function wait(milliseconds: number): void {
		clearTimeout(timer);
		if (!isStopped) timer = setTimeout(() => void next(ifChanged), milliseconds).unref();
	}

	wait(every);
	return {
		now: () => next(make),
		async stop() {
			isStopped = true;
			clearTimeout(timer);
			await next(ifChanged);
		}
	};
}

/** Returns a number that grows with every row inserted, updated or deleted. */
async function changesOf(connection: Connection): Promise<string> {
	await connection.query('select pg_stat_force_next_flush()');
	const { rows } = await connection.query(
		`select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::text as changes from pg_stat_user_tables where schemaname = 'public'`
	);
	return String(rows[0]?.['changes']);
}

async function forget(folder: string): Promise<void> {
	const all = await backupsIn(folder);
	const filesToKeep = new Set(backupsToKeep(all));
	for (const file of all) if (!filesToKeep.has(file)) await rm(file, { force: true });
}

/** Selects the backups to keep from a list sorted from the oldest. */
export function backupsToKeep(files: string[]): string[] {
	const lastOfDay = new Map(files.map((file) => [basename(file).slice(0, 10), file]));
	return [...new Set([...[...lastOfDay.values()].slice(-DAYS_KEPT), ...files.slice(-NEWEST_KEPT)])];
}
