/** However many come at once, a few are worked on, in their order, and one that fails keeps nobody waiting. */
import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('two at a time, in their order', async () => {
	const turns = new Turns(2);
	let running = 0;
	let most = 0;
	const order: number[] = [];
	const all = Array.from({ length: 7 }, (_, number) =>
		turns.run(async () => {
			running += 1;
			most = Math.max(most, running);
			order.push(number);
			await Promise.resolve();
			running -= 1;
			if (number === 3) throw new Error('no');
			return number;
		})
	);
	const results = await Promise.allSettled(all);
	expect(most).toBe(2);
	expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
	expect(results.map(({ status }) => status)).toEqual([
		...['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']
	]);
	expect(await turns.run(() => Promise.resolve('after'))).toBe('after');
});
