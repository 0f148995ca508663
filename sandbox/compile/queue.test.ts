import { expect, test } from 'vitest';
import { NewestTaskQueue } from './queue.ts';

test('one task runs, one waits, and a newer task replaces the waiting one', async () => {
	const begunTasks: string[] = [];
	const open: (() => void)[] = [];
	const queue = new NewestTaskQueue((task: string) => {
		begunTasks.push(task);
		return new Promise<string>((resolve) => open.push(() => resolve(task.toUpperCase())));
	});
	const [a, b, c] = ['a', 'b', 'c'].map((task) => queue.push(task));
	await expect(b).resolves.toEqual({ kind: 'superseded' });
	expect(begunTasks).toEqual(['a']);
	open[0]?.();
	await expect(a).resolves.toEqual({ kind: 'done', result: 'A' });
	expect(begunTasks).toEqual(['a', 'c']);
	open[1]?.();
	await expect(c).resolves.toEqual({ kind: 'done', result: 'C' });
});

test('after a task fails, the next one runs', async () => {
	const queue = new NewestTaskQueue(async (task: string) => {
		await Promise.resolve();
		if (task === 'bad') throw new Error('broke');
		return task;
	});
	const bad = queue.push('bad');
	const good = queue.push('good');
	await expect(bad).rejects.toThrow('broke');
	await expect(good).resolves.toEqual({ kind: 'done', result: 'good' });
});
