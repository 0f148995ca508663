import { platform } from 'node:os';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownThreadNumber } from '../../thread-clock.ts';
import { Watchdog } from './client.ts';

/** Code of a thread that posts its number, and then works for ever or waits as long as a message says. */
const THREAD_CODE = `
const { parentPort } = require('node:worker_threads');
const { readlinkSync } = require('node:fs');
parentPort.postMessage(readlinkSync('/proc/thread-self').split('/')[2]);
parentPort.on('message', (order) => {
	if (order === 'work') for (;;);
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, order);
	parentPort.postMessage('awake');
});`;

let worker: Worker;
let workerThreadNumber: string;

beforeAll(async () => {
	if (platform() !== 'linux') return;
	worker = new Worker(THREAD_CODE, { eval: true });
	[workerThreadNumber] = (await once(worker, 'message')) as [string];
});

afterAll(() => worker?.terminate());

test.runIf(platform() === 'linux')(
	'a waiting thread is not late, and a working thread is late after its limit',
	async () => {
		expect(ownThreadNumber()).not.toBeNull();
		let isLate = false;
		const watchdog = new Watchdog(() => (isLate = true));
		watchdog.watchThread(100, workerThreadNumber);
		worker.postMessage(500);
		await once(worker, 'message');
		expect(isLate).toBe(false);
		expect(watchdog.workedMilliseconds).toBeLessThan(100);
		worker.postMessage('work');
		await expect.poll(() => isLate, { timeout: 600_000 }).toBe(true);
		expect(watchdog.workedMilliseconds).toBe(100);
		watchdog.stop();
	}
);

test.runIf(platform() === 'linux')('a thread that has ended counts as having used its whole limit', async () => {
	const watchdog = new Watchdog(() => undefined);
	watchdog.watchThread(1000, workerThreadNumber);
	await worker.terminate();
	expect(watchdog.workedMilliseconds).toBe(1000);
	watchdog.stop();
});
