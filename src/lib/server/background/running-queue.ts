/** Gives the rest of the server the queue of this process, to ask for jobs. */
import type { JobQueue } from './queue.ts';

let runningJobQueue: JobQueue | undefined;

export function setRunningJobQueue(queue: JobQueue | undefined): void {
	runningJobQueue = queue;
}

/** Asks for a job after some seconds. Does nothing in a process without a queue, as in a test. */
export async function queueJob(name: string, data: Record<string, string>, afterSeconds: number): Promise<void> {
	await runningJobQueue?.addJob(name, data, afterSeconds);
}
