import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAssignment, storeWorkBinding } from '#lib/storage/assignments.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import { requestWorkBinding } from './request-work-binding.ts';

startWithEmptyIndexedDb();

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	vi.stubGlobal('addEventListener', () => undefined);
	vi.stubGlobal('removeEventListener', () => undefined);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const BOUND_ANSWER = { format: 1, kind: 'bound', work: 'work' };
const createRefusal = (reason: string) => ({ format: 1, kind: 'refused', reason });

/** Asks the server to bind a work; the server gives `answers` in turn. Returns the outcome and the requests that were sent. */
function bindTestWork(...answers: object[]) {
	const account = crypto.randomUUID();
	const fetchMock = vi.fn<typeof fetch>(() => Promise.resolve(Response.json(answers.shift())));
	vi.stubGlobal('fetch', fetchMock);
	const binding = { assignmentId: 'a', account, workId: 'work' };
	return { account, fetchMock, outcome: requestWorkBinding(binding, new AbortController().signal) };
}

for (const reason of ['signed-out', 'other-person']) {
	test(`after the refusal ${reason}, the request to bind a work is repeated until the server accepts it`, async () => {
		const { account, fetchMock, outcome } = bindTestWork(createRefusal(reason), BOUND_ANSWER);
		await vi.waitFor(() => expect([fetchMock.mock.calls.length, vi.getTimerCount()]).toEqual([1, 1]));
		expect(await readAssignment(account, 'a')).toMatchObject({ work: 'work', bound: false });
		vi.advanceTimersByTime(2000);
		expect(await outcome).toEqual({ kind: 'bound' });
		expect(await readAssignment(account, 'a')).toMatchObject({ work: 'work', bound: true });
	});
}

test('the request to bind a work ends after the refusal absent, or when another work is bound', async () => {
	expect(await bindTestWork(createRefusal('absent')).outcome).toEqual({ kind: 'refused' });
	expect(await bindTestWork({ ...BOUND_ANSWER, work: 'other' }).outcome).toEqual({ kind: 'other', workId: 'other' });
});

test('a stored request to bind a work is sent with the lost work that it replaces', async () => {
	const account = crypto.randomUUID();
	const fetchMock = vi.fn<typeof fetch>(() => Promise.resolve(Response.json(BOUND_ANSWER)));
	vi.stubGlobal('fetch', fetchMock);
	await storeWorkBinding(account, 'a', { work: 'work', bound: false, instead: 'lost' });
	await requestWorkBinding({ assignmentId: 'a', account, workId: 'work' }, new AbortController().signal);
	const [, request] = fetchMock.mock.lastCall ?? [];
	expect(JSON.parse(String(request?.body))).toMatchObject({ work: 'work', instead: 'lost' });
});
