/** Starts everything before the first request and stops it after the last one. */
import { startBackups, stopBackups } from './backups.ts';
import { startBackground, stopBackground } from '#lib/server/background/index.ts';
import { defineJob } from '#lib/server/background/job.ts';
import { retention } from '#lib/server/personal-data/retention-job.ts';
import { importPackages } from '#lib/server/content/packages.ts';
import { connection, openDatabase } from '#lib/server/db/index.ts';
import { failure, logEvent } from '#lib/server/log/index.ts';
import { judgingSearch, startJudging, stopJudging } from '#lib/server/submissions/job.ts';

/** Milliseconds before the process exits by force. */
const PATIENCE = 5000;

export async function start(): Promise<void> {
	const began = performance.now();
	const { kind, database } = await openDatabase();
	await importPackages(database);
	await startBackground([defineJob(retention), defineJob(judgingSearch)]);
	await startBackups();
	await startJudging();
	logEvent('process.started', { database: kind, ms: Math.round(performance.now() - began) });
}

/** Stops each part, even when an earlier one fails, because the store has to be closed. */
export async function stop(): Promise<void> {
	logEvent('process.stopping');
	for (const end of [stopBackground, stopJudging, stopBackups, () => connection().close()]) {
		await end().catch((error: unknown) => failure('stop.failed', error));
	}
	logEvent('process.stopped');
	// Everything is stored. Whatever keeps the process alive must not delay its owner, nor lock the database's folder for the next process.
	setTimeout(() => {
		failure('process.held', new Error(process.getActiveResourcesInfo().join(', ')));
		process.exit();
	}, PATIENCE).unref();
}
