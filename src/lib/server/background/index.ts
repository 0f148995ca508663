/** The background queue of this process. */
import { connection, type Database } from '../db/index.ts';
import { failure } from '../log/index.ts';
import type { AnyJob, Job } from './job.ts';
import { startQueue, type Queue } from './queue.ts';

let queue: Queue | undefined;

export async function startBackground(jobs: AnyJob[]): Promise<void> {
	queue = await startQueue(connection(), jobs, (error, job) => failure('background.failed', error, { job }));
}

export async function stopBackground(): Promise<void> {
	await queue?.stop();
	queue = undefined;
}

/** Adds a job. Pass a transaction as `within`: the job then starts after the commit, and never after a rollback. */
export async function enqueue<Data extends Record<string, string>>(
	job: Job<Data>,
	data: Data,
	within?: Database
): Promise<void> {
	if (queue === undefined) throw new Error('The queue is not started.');
	await queue.enqueue(job, data, within);
}
