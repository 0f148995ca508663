import { once } from 'node:events';
import { platform } from 'node:os';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startProcessorTimer } from './lanes.ts';

/** Code of a thread that posts its number, and works for ever once it receives a message. */
const THREAD_CODE = `
const { parentPort } = require('node:worker_threads');
const { readlinkSync } = require('node:fs');
parentPort.on('message', () => { for (;;); });
parentPort.postMessage(readlinkSync('/proc/thread-self').split('/')[2]);`;

function useProcessorTime(milliseconds: number): void {
	const before = process.cpuUsage();
	for (;;) {
		const { user, system } = process.cpuUsage(before);
		if ((user + system) / 1000 > milliseconds) return;
	}
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());
/** Moves the fake clock on, so that the timer reads the processor time several times. */
const runTimers = () => void vi.advanceTimersByTime(1000);

test.runIf(platform() === 'linux')('the timer counts the work of its own thread, not of other threads', async () => {
	const worker = new Worker(THREAD_CODE, { eval: true });
	onTestFinished(() => void worker.terminate());
	const [threadNumber] = (await once(worker, 'message')) as [string];
	let isLate = false;
	const cancelTimer = startProcessorTimer({ milliseconds: 200, threadNumber }, () => (isLate = true));
	onTestFinished(cancelTimer);
	useProcessorTime(500);
	runTimers();
	expect(isLate).toBe(false);
	worker.postMessage('work');
	const isLateAfterTimers = () => {
		runTimers();
		return isLate;
	};
	await expect.poll(isLateAfterTimers, { timeout: 600_000 }).toBe(true);
});

test('without a thread number, the timer counts the work of the whole process', () => {
	let isLate = false;
	onTestFinished(startProcessorTimer({ milliseconds: 200, threadNumber: null }, () => (isLate = true)));
	useProcessorTime(500);
	runTimers();
	expect(isLate).toBe(true);
});

test.runIf(platform() === 'linux')('a thread that has ended is not reported as late', async () => {
	const worker = new Worker(THREAD_CODE, { eval: true });
	const [threadNumber] = (await once(worker, 'message')) as [string];
	let isLate = false;
	onTestFinished(startProcessorTimer({ milliseconds: 100, threadNumber }, () => (isLate = true)));
	await worker.terminate();
	runTimers();
	expect(isLate).toBe(false);
});
