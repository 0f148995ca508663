/** Starts everything before the first request and stops it after the last one. */
import {
	defineJob,
	startJobQueue,
	type JobQueue,
	setRunningJobQueue,
	type BackgroundJob
} from '#lib/server/background/queue.ts';
import { contributorMailJob, lostContributorNewsJob } from '#lib/server/contributions/contributor-mail-job.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import { connection, openDatabase, database, databaseFolderPath } from '#lib/server/db/index.ts';
import { logFailure, logEvent } from '#lib/server/log/index.ts';
import { closeFolderProcess } from '#lib/server/studio/folder-process.ts';
import { unjudgedSubmissionsJob, startJudging, stopJudging } from '#lib/server/submissions/judging-process.ts';
import * as v from 'valibot';
import { deleteExpiredData } from './personal-data/retention.ts';
import { join } from 'node:path';
import { scheduleBackups } from '#lib/server/db/backup/schedule.ts';
import { openBackupSocket } from '#lib/server/db/backup-socket.ts';
import { environment } from './environment.ts';

let stopBackupSchedule: (() => Promise<void>) | undefined;

/** Starts backups on PGlite only; a PostgreSQL server is backed up from outside. */
async function startBackups(): Promise<void> {
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

async function stopBackups(): Promise<void> {
	await stopBackupSchedule?.();
	stopBackupSchedule = undefined;
}

const retentionJob: BackgroundJob<Record<string, never>> = {
	name: 'retention',
	dataSchema: v.object({}),
	schedule: '30 3 * * *',
	timeoutSeconds: 3600,
	retries: 3,
	async perform() {
		logEvent('retention.done', { ...(await deleteExpiredData(database(), new Date())) });
	}
};

/** Milliseconds after which a process that is stopping exits by force. */
const FORCED_EXIT_MILLISECONDS = 5000;

let jobQueue: JobQueue | undefined;

export async function startServer(): Promise<void> {
	const startedAt = performance.now();
	const { kind, database } = await openDatabase();
	await storeBuildPackages(database);
	const jobs = [retentionJob, unjudgedSubmissionsJob, lostContributorNewsJob].map((job) => defineJob(job));
	jobQueue = await startJobQueue(connection(), [...jobs, defineJob(contributorMailJob)], (error, jobName) =>
		logFailure('background.failed', error, { job: jobName })
	);
	setRunningJobQueue(jobQueue);
	await startBackups();
	await startJudging();
	logEvent('process.started', { database: kind, ms: Math.round(performance.now() - startedAt) });
}

/** Stops each part of the server, even after another failed to stop, because the database has to be closed. */
export async function stopServer(): Promise<void> {
	logEvent('process.stopping');
	closeFolderProcess();
	for (const end of [stopJobQueue, stopJudging, stopBackups, () => connection().close()]) {
		await end().catch((error: unknown) => logFailure('stop.failed', error));
	}
	logEvent('process.stopped');
	// Everything is stored by now. Whatever still keeps the process alive must neither make the server's owner wait nor
	// keep the database's folder locked.
	setTimeout(() => {
		logFailure('process.held', new Error(process.getActiveResourcesInfo().join(', ')));
		process.exit();
	}, FORCED_EXIT_MILLISECONDS).unref();
}

async function stopJobQueue(): Promise<void> {
	setRunningJobQueue(undefined);
	await jobQueue?.stop();
	jobQueue = undefined;
}
