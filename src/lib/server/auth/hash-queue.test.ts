/** Tests that few passwords are hashed at once, that known people go first, and that a full queue refuses strangers. */
import { expect, test } from 'vitest';
import { HashQueue, HashQueueFull } from './hash-queue.ts';

/** Makes tasks that each end when the test says so, and lists those that have begun. */
function createHashTasks() {
	const startedNames: string[] = [];
	const endByName = new Map<string, () => void>();
	const work = (name: string) => () => {
		startedNames.push(name);
		return new Promise<void>((end) => endByName.set(name, end));
	};
	const endWork = async (name: string) => {
		endByName.get(name)?.();
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { begun: startedNames, work, end: endWork };
}

test('two hashes run at a time, known people before waiting strangers, each group in its order', async () => {
	const queue = new HashQueue(2, 10);
	const { begun: startedNames, work, end } = createHashTasks();
	for (const name of ['s1', 's2', 's3', 's4']) void queue.run('stranger', work(name));
	for (const name of ['k1', 'k2']) void queue.run('known', work(name));
	expect(startedNames).toEqual(['s1', 's2']);
	for (const name of ['s2', 's1', 'k1', 'k2', 's3', 's4']) await end(name);
	expect(startedNames).toEqual(['s1', 's2', 'k1', 'k2', 's3', 's4']);
	void queue.run('stranger', work('later'));
	expect(startedNames.at(-1)).toBe('later');
});

test('a full queue refuses only strangers, and accepts them again after others have finished', async () => {
	const queue = new HashQueue(1, 2);
	const { begun: startedNames, work, end } = createHashTasks();
	for (const name of ['s1', 's2', 's3']) void queue.run('stranger', work(name));
	await expect(queue.run('stranger', work('s4'))).rejects.toThrow(HashQueueFull);
	expect(() => queue.refuseWhenFull('stranger')).toThrow(HashQueueFull);
	queue.refuseWhenFull('known');
	void queue.run('known', work('k1'));
	await end('s1');
	await end('k1');
	void queue.run('stranger', work('s5'));
	await end('s2');
	await end('s3');
	expect(startedNames).toEqual(['s1', 'k1', 's2', 's3', 's5']);
});

test('a failed hash frees its place for the next', async () => {
	const queue = new HashQueue(1, 1);
	const failingWork = queue.run('stranger', () => Promise.reject(new Error('no')));
	const nextWork = queue.run('stranger', () => Promise.resolve('done'));
	await expect(failingWork).rejects.toThrow('no');
	expect(await nextWork).toBe('done');
	expect(await queue.run('known', () => Promise.resolve('again'))).toBe('again');
});
