/** The background queue of this process. */
import { connection } from '#lib/server/db/index.ts';
import { failure } from '#lib/server/log/index.ts';
import type { AnyJob } from './job.ts';
import { startQueue } from './queue.ts';

let stop: (() => Promise<void>) | undefined;

export async function startBackground(jobs: AnyJob[]): Promise<void> {
	stop = await startQueue(connection(), jobs, (error, job) => failure('background.failed', error, { job }));
}

export async function stopBackground(): Promise<void> {
	await stop?.();
	stop = undefined;
}
