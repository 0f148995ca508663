/** The background queue: pg-boss in the open database, delivering each job at least once. */
import PgBoss from 'pg-boss';
import { sql } from 'drizzle-orm';
import type { Connection, Database, Rows } from '../db/database.ts';
import { rowsOf } from '../db/rows.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { AnyJob, Job } from './job.ts';

const ZONE = 'Europe/Paris';
/** Milliseconds for running jobs to finish when the process stops; unfinished jobs are delivered again. */
const PATIENCE = 10_000;

export interface Queue {
	enqueue<Data extends Record<string, string>>(job: Job<Data>, data: Data, within?: Database): Promise<void>;
	stop(): Promise<void>;
}

export async function startQueue(
	connection: Connection,
	jobs: AnyJob[],
	failed: (error: Error, job?: string) => void
): Promise<Queue> {
	const boss = new PgBoss({
		db: { executeSql: (text: string, values?: unknown[]) => connection.query(text, values) },
		schema: 'pgboss'
	});
	boss.on('error', (error) => failed(error));
	const workers = new Map<string, string>();
	await oneAtATime(connection, async () => {
		await boss.start();
		for (const job of jobs) await prepare(boss, job);
	});
	for (const job of jobs) workers.set(job.name, await work(boss, job, failed));
	return {
		async enqueue(job, data, within) {
			await boss.send(job.name, data, within ? { db: inside(within) } : {});
			const worker = workers.get(job.name);
			// Jobs from a transaction wait for the worker's next poll, as jobs for other processes do.
			if (worker !== undefined && within === undefined) boss.notifyWorker(worker);
		},
		stop: () => boss.stop({ timeout: PATIENCE })
	};
}

async function prepare(boss: PgBoss, job: AnyJob): Promise<void> {
	const options = {
		name: job.name,
		expireInSeconds: job.within,
		retryLimit: job.retries,
		retryDelay: 1,
		retryBackoff: true
	};
	await boss.createQueue(job.name, options);
	await boss.updateQueue(job.name, options);
	if (job.schedule === undefined) await boss.unschedule(job.name);
	else await boss.schedule(job.name, job.schedule, {}, { tz: ZONE });
}

function work(boss: PgBoss, job: AnyJob, failed: (error: Error, job: string) => void): Promise<string> {
	return boss.work(job.name, async (received) => {
		try {
			for (const { data } of received) await job.receive(data);
		} catch (error) {
			failed(error instanceof Error ? error : new Error(String(error)), job.name);
			throw error;
		}
	});
}

/**
 * pg-boss repeats `$1` in its SQL, and its first occurrence decides the type, so the SQL must stay as it is. Drizzle numbers parameters
 * itself: the SQL is therefore passed raw, with the values in order inside a comment.
 */
function inside(transaction: Database): PgBoss.Db {
	return {
		async executeSql(text: string, values: unknown[]): Promise<Rows> {
			const given = sql.join(values.map((value) => sql.param(value)));
			return { rows: rowsOf(await transaction.execute(sql`${sql.raw(text)} /* ${given} */`)) };
		}
	};
}
