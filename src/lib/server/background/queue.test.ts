/** Tests that background jobs are done, tried again when they fail, and given up after their last attempt. */
import PgBoss from 'pg-boss';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '#lib/server/db/database.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import { TESTED_ENGINES, createFreshDatabase, createFreshPostgres } from '#lib/server/db/testing/fresh-database.ts';
import { defineJob, type BackgroundJob, startJobQueue } from './queue.ts';

type JudgingJobData = { submissionId: string };

/** Adds jobs through another pg-boss instance, as the schedule does. */
async function sendJobs({ query }: Connection, ...ids: string[]): Promise<void> {
	const db = { executeSql: (text: string, values?: unknown[]) => query(text, values) };
	const boss = new PgBoss({ db, supervise: false, schedule: false });
	await boss.start();
	for (const submissionId of ids) await boss.send('judging', { submissionId });
	await boss.stop();
}

/** Makes a job that collects the ids that it receives, and fails the first `failures` times. */
function createJudgingJob(failures = 0) {
	const judgedIds: string[] = [];
	let wakeWaiter: () => void = () => undefined;
	const job: BackgroundJob<JudgingJobData> = {
		name: 'judging',
		dataSchema: v.object({ submissionId: v.string() }),
		timeoutSeconds: 60,
		retries: 2,
		async perform({ submissionId }) {
			if (failures-- > 0) throw new Error('Not yet.');
			judgedIds.push(submissionId);
			wakeWaiter();
		}
	};
	return {
		job,
		async waitForJudgedIds(count: number): Promise<string[]> {
			while (judgedIds.length < count) await new Promise<void>((resolve) => (wakeWaiter = resolve));
			return judgedIds;
		}
	};
}

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	beforeEach(async () => {
		connection = await createFreshDatabase(engine);
	});
	afterEach(() => connection.close());

	test('a background job that fails is tried again and done', async () => {
		const { job, waitForJudgedIds } = createJudgingJob(1);
		const failedJobNames: (string | undefined)[] = [];
		const queue = await startJobQueue(connection, [defineJob(job)], (_, name) => void failedJobNames.push(name));
		await sendJobs(connection, 'by itself');
		expect(await waitForJudgedIds(1)).toEqual(['by itself']);
		expect(failedJobNames).toEqual(['judging']);
		await queue.stop();
	});
});

test('an added job is tried again after a failure, and given up after its last attempt', { tags: 'soak' }, async () => {
	const connection = await createFreshDatabase('pglite');
	const { job, waitForJudgedIds } = createJudgingJob(1);
	const queue = await startJobQueue(connection, [defineJob(job)], () => undefined);
	await queue.addJob('judging', { submissionId: 'asked' }, 0);
	expect(await waitForJudgedIds(1)).toEqual(['asked']);
	await queue.stop();

	const givenUpId = new Promise<string>((resolve) => {
		const hopelessJob = {
			...createJudgingJob(9).job,
			name: 'hopeless',
			retries: 1,
			giveUp: ({ submissionId }: JudgingJobData) => Promise.resolve(resolve(submissionId))
		};
		void startJobQueue(connection, [defineJob(hopelessJob)], () => undefined).then(async (again) => {
			await again.addJob('hopeless', { submissionId: 'lost' }, 0);
			await givenUpId;
			await again.stop();
			await connection.close();
		});
	});
	expect(await givenUpId).toBe('lost');
});

test('with two processes, every job is done once', { tags: 'soak' }, async () => {
	const { connection, address } = await createFreshPostgres();
	const otherConnection = await openPostgres(address);
	const { job, waitForJudgedIds } = createJudgingJob();
	const queues = await Promise.all(
		[connection, otherConnection].map((each) => startJobQueue(each, [defineJob(job)], () => undefined))
	);
	const ids = Array.from({ length: 6 }, (_, index) => `s${index}`);
	await sendJobs(connection, ...ids);
	expect((await waitForJudgedIds(ids.length)).toSorted()).toEqual(ids);
	await Promise.all(queues.map((queue) => queue.stop()));
	await otherConnection.close();
	await connection.close();
});
