/** The background queue of this process. */
import { connection } from '#lib/server/db/index.ts';
import { failure } from '#lib/server/log/index.ts';
import type { AnyJob } from './job.ts';
import { startQueue, type Queue } from './queue.ts';

let queue: Queue | undefined;

export async function startBackground(jobs: AnyJob[]): Promise<void> {
	queue = await startQueue(connection(), jobs, (error, job) => failure('background.failed', error, { job }));
}

export async function stopBackground(): Promise<void> {
	await queue?.stop();
	queue = undefined;
}
