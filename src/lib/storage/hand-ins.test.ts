import { afterEach, expect, test, vi } from 'vitest';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import { handInApi } from '#lib/wire/hand-in.ts';
import { readAssignment, storeAssignment } from './assignments.ts';
import {
	readWaitingHandIn,
	readWaitingHandIns,
	recordHandInAnswer,
	storeWaitingHandIn,
	type WaitingHandIn
} from './hand-ins.ts';

startWithEmptyIndexedDb();

afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

function createWaitingHandIn(account: string, id: string, replaces: string | null = null): WaitingHandIn {
	const sent = {
		format: handInApi.format,
		account,
		id,
		work: 'work',
		version: 'version',
		replaces,
		prediction: null,
		report: null
	};
	return { assignment: 'a', act: 'hand-in', sent, at: 1, refused: null };
}

const simulateFullDisk = () =>
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('no room', 'QuotaExceededError');
	});

test('on a full disk a new hand-in is kept in memory, and read beside the stored hand-ins', async () => {
	const account = crypto.randomUUID();
	const storedHandIn = { ...createWaitingHandIn(account, 'stored'), assignment: 'b' };
	await storeWaitingHandIn(account, storedHandIn);
	simulateFullDisk();
	const newHandIn = createWaitingHandIn(account, 'new');
	await storeWaitingHandIn(account, newHandIn);
	expect(await readWaitingHandIn(account, 'a')).toEqual(newHandIn);
	expect(await readWaitingHandIns(account)).toEqual([storedHandIn, newHandIn]);
	await recordHandInAnswer(account, newHandIn, null);
	expect(await readWaitingHandIns(account)).toEqual([storedHandIn]);
});

test('an answer to a hand-in in memory also removes the stored hand-in that it replaced', async () => {
	const account = crypto.randomUUID();
	await storeWaitingHandIn(account, createWaitingHandIn(account, 'first'));
	simulateFullDisk();
	const secondHandIn = createWaitingHandIn(account, 'second', 'first');
	await storeWaitingHandIn(account, secondHandIn);
	expect(await readWaitingHandIns(account)).toEqual([secondHandIn]);
	await recordHandInAnswer(account, secondHandIn, null);
	expect(await readWaitingHandIns(account)).toEqual([]);
});

test('a refusal on a full disk is kept in memory, and stored when there is room again', async () => {
	const account = crypto.randomUUID();
	const disk = simulateFullDisk();
	const handIn = createWaitingHandIn(account, 'refused');
	await storeWaitingHandIn(account, handIn);
	await recordHandInAnswer(account, handIn, 'closed');
	expect(await readWaitingHandIn(account, 'a')).toEqual({ ...handIn, refused: 'closed' });
	disk.mockRestore();
	await recordHandInAnswer(account, handIn, 'closed');
	expect(await readWaitingHandIns(account)).toEqual([{ ...handIn, refused: 'closed' }]);
	await recordHandInAnswer(account, handIn, null);
	expect(await readWaitingHandIns(account)).toEqual([]);
});

test('a refusal of a stored hand-in is read on a full disk too', async () => {
	const account = crypto.randomUUID();
	const handIn = createWaitingHandIn(account, 'stored');
	await storeWaitingHandIn(account, handIn);
	const disk = simulateFullDisk();
	await recordHandInAnswer(account, handIn, 'closed');
	expect(await readWaitingHandIns(account)).toEqual([{ ...handIn, refused: 'closed' }]);
	disk.mockRestore();
	// The author has read why the hand-in was refused, so the request is removed.
	await recordHandInAnswer(account, handIn, null);
	expect(await readWaitingHandIn(account, 'a')).toBeNull();
});

test('a stored hand-in replaces an earlier one in memory, and outlives the answer to a later one', async () => {
	const account = crypto.randomUUID();
	const disk = simulateFullDisk();
	const firstHandIn = createWaitingHandIn(account, 'first');
	await storeWaitingHandIn(account, firstHandIn);
	disk.mockRestore();
	const secondHandIn = createWaitingHandIn(account, 'second', 'first');
	await storeWaitingHandIn(account, secondHandIn);
	expect(await readWaitingHandIn(account, 'a')).toEqual(secondHandIn);
	simulateFullDisk();
	const thirdHandIn = createWaitingHandIn(account, 'third');
	await storeWaitingHandIn(account, thirdHandIn);
	await recordHandInAnswer(account, thirdHandIn, null);
	expect(await readWaitingHandIns(account)).toEqual([secondHandIn]);
});

test('where the browser’s storage does not answer, hand-ins and assignments go on without it', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest());
	const account = crypto.randomUUID();
	const handIn = createWaitingHandIn(account, 'new');
	const requests = Promise.all([
		storeWaitingHandIn(account, handIn),
		readAssignment(account, 'a'),
		storeAssignment(account, { id: 'a', told: {}, work: 'work' })
	]);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await requests).toEqual([undefined, null, { told: {}, work: 'work', bound: true }]);
	const waitingHandIns = readWaitingHandIns(account);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await waitingHandIns).toEqual([handIn]);
});
