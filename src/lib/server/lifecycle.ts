/** Starts everything before the first request and stops it after the last one. */
import { startBackups, stopBackups } from './backups.ts';
import { defineJob } from '#lib/server/background/job.ts';
import { startJobQueue, type JobQueue } from '#lib/server/background/queue.ts';
import { setRunningJobQueue } from '#lib/server/background/running-queue.ts';
import { tellerMailJob, lostTellerNewsJob } from '#lib/server/contributions/teller-mail-job.ts';
import { retentionJob } from '#lib/server/personal-data/retention-job.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import { connection, openDatabase } from '#lib/server/db/index.ts';
import { logFailure, logEvent } from '#lib/server/log/index.ts';
import { closeFolderProcess } from '#lib/server/studio/folder-process.ts';
import { unjudgedSubmissionsJob, startJudging, stopJudging } from '#lib/server/submissions/judging-process.ts';

/** Milliseconds after which a process that is stopping exits by force. */
const FORCED_EXIT_MILLISECONDS = 5000;

let jobQueue: JobQueue | undefined;

export async function startServer(): Promise<void> {
	const startedAt = performance.now();
	const { kind, database } = await openDatabase();
	await storeBuildPackages(database);
	const jobs = [retentionJob, unjudgedSubmissionsJob, lostTellerNewsJob].map((job) => defineJob(job));
	jobQueue = await startJobQueue(connection(), [...jobs, defineJob(tellerMailJob)], (error, jobName) =>
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
