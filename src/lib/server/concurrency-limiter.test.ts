/** Tests that the limiter keeps its limit and order, also after a failure. */
import { expect, test } from 'vitest';
import { ConcurrencyLimiter } from './concurrency-limiter.ts';

test('with a limit of two, at most two tasks run at once, in their order', async () => {
	const limiter = new ConcurrencyLimiter(2);
	let runningCount = 0;
	let mostRunning = 0;
	const order: number[] = [];
	const runs = Array.from({ length: 7 }, (_, number) =>
		limiter.run(async () => {
			runningCount += 1;
			mostRunning = Math.max(mostRunning, runningCount);
			order.push(number);
			await Promise.resolve();
			runningCount -= 1;
			if (number === 3) throw new Error('no');
			return number;
		})
	);
	const settledRuns = await Promise.allSettled(runs);
	expect(mostRunning).toBe(2);
	expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
	expect(settledRuns.map(({ status }) => status)).toEqual([
		...['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']
	]);
	expect(await limiter.run(() => Promise.resolve('after'))).toBe('after');
});

test('with a limit of one, tasks never overlap, also after a failed task', async () => {
	const limiter = new ConcurrencyLimiter(1);
	let runningCount = 0;
	let mostRunning = 0;
	const trackMostRunning = async () => {
		mostRunning = Math.max(mostRunning, (runningCount += 1));
		await Promise.resolve();
		runningCount -= 1;
	};
	await expect(limiter.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
	await Promise.all([limiter.run(trackMostRunning), limiter.run(trackMostRunning), limiter.run(trackMostRunning)]);
	expect(mostRunning).toBe(1);
});
