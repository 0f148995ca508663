import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../db/database.ts';
import { openPostgres } from '../db/postgres.ts';
import { BOTH_ENGINES, freshDatabase, freshPostgres } from '../db/testing/fresh.ts';
import { defineJob, type Job } from './job.ts';
import { startQueue } from './queue.ts';

type Data = { submissionId: string };

/** A job that tells what it was given, and fails as often as it is told to. */
function judging(failures = 0) {
	const done: string[] = [];
	let wake: () => void = () => undefined;
	const job: Job<Data> = {
		name: 'judging',
		data: v.object({ submissionId: v.string() }),
		within: 60,
		retries: 2,
		async perform({ submissionId }) {
			if (failures-- > 0) throw new Error('Not yet.');
			done.push(submissionId);
			wake();
		}
	};
	return {
		job,
		async until(count: number): Promise<string[]> {
			while (done.length < count) await new Promise<void>((resolve) => (wake = resolve));
			return done;
		}
	};
}

describe.each(BOTH_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	beforeEach(async () => {
		connection = await freshDatabase(engine);
	});
	afterEach(() => connection.close());

	test('work is done, tried again when it fails, and begun only when its transaction is committed', async () => {
		const { job, until } = judging(1);
		const failed: (string | undefined)[] = [];
		const queue = await startQueue(connection, [defineJob(job)], (_, name) => void failed.push(name));
		const failing = connection.database.transaction(async (transaction) => {
			await queue.enqueue(job, { submissionId: 'never' }, transaction);
			throw new Error('No.');
		});
		await expect(failing).rejects.toThrow('No.');
		await connection.database.transaction((transaction) =>
			queue.enqueue(job, { submissionId: 'in a transaction' }, transaction)
		);
		await until(1);
		await queue.enqueue(job, { submissionId: 'by itself' });
		expect(await until(2)).toEqual(['in a transaction', 'by itself']);
		expect(failed).toEqual(['judging']);
		await queue.stop();
	});
});

test('two processes share the work', async () => {
	const { connection, address } = await freshPostgres();
	const other = await openPostgres(address);
	const { job, until } = judging();
	const queues = await Promise.all(
		[connection, other].map((each) => startQueue(each, [defineJob(job)], () => undefined))
	);
	const ids = Array.from({ length: 6 }, (_, index) => `s${index}`);
	for (const submissionId of ids) await queues[0]?.enqueue(job, { submissionId });
	expect((await until(ids.length)).toSorted()).toEqual(ids);
	await Promise.all(queues.map((queue) => queue.stop()));
	await other.close();
	await connection.close();
});
