/** What begins before the first request and ends after the last one. */
import { startBackups, stopBackups } from './backups.ts';
import { startBackground, stopBackground } from './background/index.ts';
import { importPackages } from './content/packages.ts';
import { connection, openDatabase } from './db/index.ts';
import { failure, logEvent } from './log/index.ts';
import { startJudging, stopJudging } from './submissions/job.ts';

/** Milliseconds. */
const PATIENCE = 5000;

export async function start(): Promise<void> {
	const began = performance.now();
	const { kind, database } = await openDatabase();
	await importPackages(database);
	await startBackground();
	await startBackups();
	await startJudging();
	logEvent('process.started', { database: kind, ms: Math.round(performance.now() - began) });
}

/** Each part gets its turn, whatever became of the one before: the store has to be closed. */
export async function stop(): Promise<void> {
	logEvent('process.stopping');
	for (const end of [stopBackground, stopJudging, stopBackups, () => connection().close()]) {
		await end().catch((error: unknown) => failure('stop.failed', error));
	}
	logEvent('process.stopped');
	// Everything is stored. What still holds the process may not make whoever stops it wait, nor keep the next one from the database's folder.
	setTimeout(() => {
		failure('process.held', new Error(process.getActiveResourcesInfo().join(', ')));
		process.exit();
	}, PATIENCE).unref();
}
