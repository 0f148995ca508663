import PgBoss from 'pg-boss';
import { type Connection, takeDatabaseLock } from '#lib/server/db/database.ts';
import * as v from 'valibot';

let runningJobQueue: JobQueue | undefined;

export function setRunningJobQueue(queue: JobQueue | undefined): void {
	runningJobQueue = queue;
}

/** Asks for a job after some seconds. Does nothing in a process without a queue, as in a test. */
export async function queueJob(name: string, data: Record<string, string>, afterSeconds: number): Promise<void> {
	await runningJobQueue?.addJob(name, data, afterSeconds);
}

/** A background job. It may run twice when a process dies, so repeating it must change nothing. */
export interface BackgroundJob<Data extends Record<string, string>> {
	/** Name of letters, digits and dots. */
	name: string;
	/** Schema of the job's data. The data are only ids, because the job reads everything else when it runs. */
	dataSchema: v.GenericSchema<unknown, Data>;
	/** Cron expression in French time, for a job that also runs by itself, with empty data. */
	schedule?: string;
	/** Seconds after which a running job counts as lost and is delivered again. */
	timeoutSeconds: number;
	retries: number;
	/** Seconds before the first retry; each later pause is twice as long. One second when absent. */
	retryDelaySeconds?: number;
	perform(data: Data): Promise<void>;
	giveUp?(data: Data): Promise<void>;
}

/** A job without its data type, so that one list can hold different jobs. */
export interface UntypedJob extends Omit<BackgroundJob<Record<string, string>>, 'perform' | 'giveUp'> {
	parseAndPerform(data: unknown): Promise<void>;
	giveUp(data: unknown): Promise<void>;
}

export function defineJob<Data extends Record<string, string>>(job: BackgroundJob<Data>): UntypedJob {
	return {
		...job,
		parseAndPerform: async (data) => job.perform(v.parse(job.dataSchema, data)),
		giveUp: async (data) => job.giveUp?.(v.parse(job.dataSchema, data))
	};
}

const JOB_TIME_ZONE = 'Europe/Paris';
/** Milliseconds for running jobs to finish when the process stops; unfinished jobs are delivered again. */
const LONGEST_JOB_FINISH_MILLISECONDS = 10_000;

export interface JobQueue {
	addJob(name: string, data: Record<string, string>, afterSeconds: number): Promise<void>;
	stop(): Promise<void>;
}

export async function startJobQueue(
	connection: Connection,
	jobs: UntypedJob[],
	onFailure: (error: Error, jobName?: string) => void
): Promise<JobQueue> {
	const boss = new PgBoss({
		db: { executeSql: (text: string, values?: unknown[]) => connection.query(text, values) },
		schema: 'pgboss'
	});
	boss.on('error', (error) => onFailure(error));
	await runUnderQueueLock(connection, async () => {
		await boss.start();
		for (const job of jobs) await prepareQueue(boss, job);
	});
	for (const job of jobs) await startJobWorker(boss, job, onFailure);
	return {
		addJob: async (name, data, afterSeconds) => void (await boss.send(name, data, { startAfter: afterSeconds })),
		stop: () => boss.stop({ timeout: LONGEST_JOB_FINISH_MILLISECONDS })
	};
}

async function prepareQueue(boss: PgBoss, job: UntypedJob): Promise<void> {
	const queueOptions = {
		name: job.name,
		expireInSeconds: job.timeoutSeconds,
		retryLimit: job.retries,
		retryDelay: job.retryDelaySeconds ?? 1,
		retryBackoff: true
	};
	await boss.createQueue(job.name, queueOptions);
	await boss.updateQueue(job.name, queueOptions);
	if (job.schedule === undefined) await boss.unschedule(job.name);
	else await boss.schedule(job.name, job.schedule, {}, { tz: JOB_TIME_ZONE });
}

function startJobWorker(
	boss: PgBoss,
	job: UntypedJob,
	onFailure: (error: Error, jobName: string) => void
): Promise<string> {
	return boss.work<unknown>(job.name, { includeMetadata: true }, async (received) => {
		for (const { data, retryCount, retryLimit } of received) {
			try {
				await job.parseAndPerform(data);
			} catch (error) {
				onFailure(error instanceof Error ? error : new Error(String(error)), job.name);
				if (retryCount >= retryLimit) await job.giveUp(data);
				throw error;
			}
		}
	});
}

/** One process at a time runs the action, on connections other than the lock's. PGlite has one process: no lock. */
async function runUnderQueueLock({ kind, database }: Connection, action: () => Promise<void>): Promise<void> {
	if (kind === 'pglite') return action();
	await database.transaction(async (transaction) => {
		await takeDatabaseLock(transaction, 'queue');
		await action();
	});
}
