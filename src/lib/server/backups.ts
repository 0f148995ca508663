/** Makes the backups of this process, on schedule and on request of `npm run backup`. */
import { join } from 'node:path';
import { scheduleBackups } from '#lib/server/db/backup/schedule.ts';
import { openBackupSocket } from '#lib/server/db/backup-socket.ts';
import { connection, databaseFolderPath } from '#lib/server/db/index.ts';
import { environment } from './environment.ts';
import { logFailure, logEvent } from '#lib/server/log/index.ts';

let stopBackupSchedule: (() => Promise<void>) | undefined;

/** Starts backups on PGlite only; a PostgreSQL server is backed up from outside. */
export async function startBackups(): Promise<void> {
	if (connection().kind !== 'pglite') return;
	const backupSchedule = scheduleBackups(connection(), join(environment().dataFolder, 'backups'), {
		onBackupMade: ({ rows }, milliseconds) => logEvent('backup.made', { rows, ms: Math.round(milliseconds) }),
		onBackupFailed: (error) => logFailure('backup.failed', error)
	});
	const closeSocket = await openBackupSocket(databaseFolderPath(), () =>
		backupSchedule.makeBackupNow().catch((error: unknown) => {
			logFailure('backup.failed', error);
			return {};
		})
	);
	stopBackupSchedule = async () => {
		await closeSocket();
		await backupSchedule.stop();
	};
}

export async function stopBackups(): Promise<void> {
	await stopBackupSchedule?.();
	stopBackupSchedule = undefined;
}
