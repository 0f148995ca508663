/** The background queue of this process. */
import { connection } from '#lib/server/db/index.ts';
import { logFailure } from '#lib/server/log/index.ts';
import type { ScheduledJob } from './job.ts';
import { startQueue } from './queue.ts';

let stopQueue: (() => Promise<void>) | undefined;

export async function startBackground(jobs: ScheduledJob[]): Promise<void> {
	stopQueue = await startQueue(connection(), jobs, (error, job) => logFailure('background.failed', error, { job }));
}

export async function stopBackground(): Promise<void> {
	await stopQueue?.();
	stopQueue = undefined;
}
