/** pg-boss in the database that is open anyway. It delivers at least once. */
import PgBoss from 'pg-boss';
import { sql } from 'drizzle-orm';
import type { Connection, Database, Rows } from '../db/database.ts';
import { rowsOf } from '../db/rows.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { AnyJob, Job } from './job.ts';

const ZONE = 'Europe/Paris';
/** Milliseconds that work under way has when the process stops; what is not done is done again by the next. */
const PATIENCE = 10_000;

export interface Queue {
	/** Inside a transaction give it as `within`: the work begins when it is committed, and never when it fails. */
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
			// Otherwise it waits for the next look into the queue, as every other process does.
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
 * pg-boss has text with `$1`, and the same one at several places: what it is there for is settled by the first of them, so it has to stay
 * one. A transaction of drizzle numbers by itself what it is given: it is given the values in a comment, in order, and the text as it is.
 */
function inside(transaction: Database): PgBoss.Db {
	return {
		async executeSql(text: string, values: unknown[]): Promise<Rows> {
			const given = sql.join(values.map((value) => sql.param(value)));
			return { rows: rowsOf(await transaction.execute(sql`${sql.raw(text)} /* ${given} */`)) };
		}
	};
}
