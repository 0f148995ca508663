/** Gives the rest of the server the queue of this process, to ask for jobs. */
import type { JobQueue } from './queue.ts';

let runningQueue: JobQueue | undefined;

export function setRunningQueue(queue: JobQueue | undefined): void {
	runningQueue = queue;
}

/** Asks for a job after some seconds. Does nothing in a process without a queue, as in a test. */
export async function queueJob(name: string, data: Record<string, string>, afterSeconds: number): Promise<void> {
	await runningQueue?.addJob(name, data, afterSeconds);
}
