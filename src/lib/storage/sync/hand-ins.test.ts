import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handInApi, parseSentHandIn, type HandInRefusal, type SentHandIn } from '#lib/wire/hand-in.ts';
import { parseSentWorkBinding } from '#lib/wire/sync.ts';
import { readAssignment, storeWorkBinding } from '../assignments.ts';
import { recordHandInAnswer, storeWaitingHandIn, readWaitingHandIn, type WaitingHandIn } from '../hand-ins.ts';
import { createHandInSender } from './hand-ins.ts';
import { erasePersonFromBrowser } from './leave-computer.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const createAccountId = () => crypto.randomUUID();

function createWaitingHandIn(account: string, more: Partial<WaitingHandIn> = {}): WaitingHandIn {
	const sentHandIn: SentHandIn = {
		format: handInApi.format,
		account,
		id: crypto.randomUUID(),
		work: 'work',
		version: 'version',
		replaces: null,
		prediction: '100',
		report: []
	};
	return { assignment: 'a', act: 'hand-in', sent: sentHandIn, at: 1, refused: null, ...more };
}

/** Stands in for the server: answers hand-ins from sets of ids. The real server's tests are in lib/server/submissions. */
class TestHandInServer {
	handedInIds = new Set<string>();
	withdrawnIds = new Set<string>();
	requestCount = 0;
	lastAddress = '';
	sentBindings: unknown[] = [];
	boundWork: string | null = null;
	/** Whether the server lacks the work, for example because another tab is still sending it. */
	isWorkUnsent = false;
	bindingTrouble: 'away' | HandInRefusal | null = null;
	trouble: 'lost' | 'away' | 'html' | HandInRefusal | null = null;

	fetch = (address: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
		if (init?.method === 'PUT') return this.#bindWork(String(init.body));
		this.requestCount += 1;
		this.lastAddress = String(address);
		if (this.trouble === 'away') return Promise.reject(new TypeError('Failed to fetch'));
		if (this.trouble === 'html') return Promise.resolve(new Response('<title>Wi-Fi</title>'));
		if (this.trouble !== null && this.trouble !== 'lost')
			return Promise.resolve(Response.json({ format: 1, kind: 'refused', reason: this.trouble }));
		const answer = init?.method === 'DELETE' ? this.#takeBack(String(address)) : this.#handIn(String(init?.body));
		if (this.trouble === 'lost') return Promise.reject(new TypeError('Failed to fetch'));
		return Promise.resolve(Response.json({ format: 1, ...answer }));
	};

	#bindWork(body: string): Promise<Response> {
		const binding = parseSentWorkBinding(JSON.parse(body));
		if (!binding) throw new Error('The server would refuse this.');
		this.sentBindings.push(binding);
		if (this.bindingTrouble === 'away') return Promise.reject(new TypeError('Failed to fetch'));
		if (this.bindingTrouble !== null)
			return Promise.resolve(Response.json({ format: 1, kind: 'refused', reason: this.bindingTrouble }));
		this.boundWork ??= binding.work;
		return Promise.resolve(Response.json({ format: 1, kind: 'bound', work: this.boundWork }));
	}

	#handIn(body: string) {
		const handIn = parseSentHandIn(JSON.parse(body));
		if (!handIn) throw new Error('The server would refuse this.');
		if (this.withdrawnIds.has(handIn.id)) return { kind: 'refused', reason: 'withdrawn' };
		this.handedInIds.add(handIn.id);
		const submission = { id: handIn.id, turn: 1, state: 'handed-in', handedInAt: 1 };
		return { kind: 'handed-in', submission, ownSubmissions: `all of ${handIn.id}` };
	}

	#takeBack(address: string) {
		const id = new URL(address, 'http://braise').pathname.split('/').at(-1) ?? '';
		this.handedInIds.delete(id);
		this.withdrawnIds.add(id);
		return { kind: 'taken-back' };
	}
}

function createTestSender(desk: TestHandInServer, account = createAccountId()) {
	const sentWorkIds: string[] = [];
	const answeredIds: string[] = [];
	const broughtSubmissions: unknown[] = [];
	const sender = createHandInSender({
		account,
		sendWork: (work) => Promise.resolve(void sentWorkIds.push(work)),
		isVersionUnsent: () => Promise.resolve(desk.isWorkUnsent),
		onanswer({ sent }, ownSubmissions) {
			answeredIds.push(sent.id);
			broughtSubmissions.push(ownSubmissions);
		},
		fetchFunction: desk.fetch,
		random: () => 1
	});
	return { account, sender, sentWorkIds, answeredIds, broughtSubmissions };
}

test('a hand-in is sent after its work, and nothing waits afterwards', async () => {
	const desk = new TestHandInServer();
	const { account, sender, sentWorkIds, answeredIds, broughtSubmissions } = createTestSender(desk);
	const waitingHandIn = createWaitingHandIn(account);
	await storeWaitingHandIn(account, waitingHandIn);
	await sender.send();
	expect(sentWorkIds).toEqual(['work']);
	expect(desk.lastAddress, 'who the page believes is signed in').toContain(`account=${account}`);
	expect([...desk.handedInIds]).toEqual([waitingHandIn.sent.id]);
	expect(answeredIds).toEqual([waitingHandIn.sent.id]);
	expect(broughtSubmissions).toEqual([`all of ${waitingHandIn.sent.id}`]);
	expect(await readWaitingHandIn(account, 'a')).toBeNull();
	sender.stop();
});

for (const trouble of ['lost', 'away', 'html', 'version', 'too-often', 'signed-out'] as const) {
	test(`after “${trouble}” a hand-in waits, is sent again by itself, and arrives once`, async () => {
		const desk = new TestHandInServer();
		const { account, sender } = createTestSender(desk);
		const waitingHandIn = createWaitingHandIn(account);
		await storeWaitingHandIn(account, waitingHandIn);
		desk.trouble = trouble;
		await sender.send();
		expect(await readWaitingHandIn(account, 'a')).toEqual(waitingHandIn);
		desk.trouble = null;
		vi.advanceTimersByTime(2000);
		await vi.waitFor(async () => expect(await readWaitingHandIn(account, 'a')).toBeNull());
		expect([...desk.handedInIds]).toEqual([waitingHandIn.sent.id]);
		sender.stop();
	});
}

test('a work that is bound in this browser alone is bound on the server before it is handed in', async () => {
	const desk = new TestHandInServer();
	const { account, sender } = createTestSender(desk);
	await storeWorkBinding(account, 'a', { work: 'work', bound: false, instead: 'lost' });
	await storeWaitingHandIn(account, createWaitingHandIn(account));
	await sender.send();
	expect(desk.sentBindings).toEqual([{ format: 1, account, work: 'work', instead: 'lost' }]);
	expect(desk.handedInIds.size).toBe(1);
	expect(await readAssignment(account, 'a')).toEqual({ told: null, work: 'work', bound: true });
	await storeWaitingHandIn(account, createWaitingHandIn(account));
	await sender.send();
	expect(desk.sentBindings).toHaveLength(1);
	sender.stop();
});

for (const trouble of ['away', 'signed-out', 'other-person'] as const) {
	test(`after “${trouble}” a hand-in waits until its work is bound, and is sent again by itself`, async () => {
		const desk = new TestHandInServer();
		const { account, sender } = createTestSender(desk);
		await storeWorkBinding(account, 'a', { work: 'work', bound: false });
		await storeWaitingHandIn(account, createWaitingHandIn(account));
		desk.bindingTrouble = trouble;
		await sender.send();
		expect(desk.requestCount).toBe(0);
		desk.bindingTrouble = null;
		vi.advanceTimersByTime(2000);
		await vi.waitFor(async () => expect(await readWaitingHandIn(account, 'a')).toBeNull());
		expect(desk.handedInIds.size).toBe(1);
		sender.stop();
	});
}

for (const trouble of ['other', 'absent'] as const) {
	test(`a hand-in whose binding failed with “${trouble}” is sent, so that its author reads why`, async () => {
		const desk = new TestHandInServer();
		const { account, sender } = createTestSender(desk);
		await storeWorkBinding(account, 'a', { work: 'work', bound: false });
		await storeWaitingHandIn(account, createWaitingHandIn(account));
		if (trouble === 'other') desk.boundWork = 'another work';
		else desk.bindingTrouble = trouble;
		desk.trouble = 'other-work';
		await sender.send();
		expect(await readWaitingHandIn(account, 'a')).toMatchObject({ refused: 'other-work' });
		expect(await readAssignment(account, 'a')).toMatchObject({ bound: false });
		sender.stop();
	});
}

test('a hand-in refused for good is not tried again, and stays until its author has read why', async () => {
	const desk = new TestHandInServer();
	const { account, sender } = createTestSender(desk);
	const waitingHandIn = createWaitingHandIn(account);
	await storeWaitingHandIn(account, waitingHandIn);
	desk.trouble = 'closed';
	await sender.send();
	await sender.send();
	expect(desk.requestCount).toBe(1);
	expect(await readWaitingHandIn(account, 'a')).toEqual({ ...waitingHandIn, refused: 'closed' });
	await recordHandInAnswer(account, waitingHandIn, null);
	expect(await readWaitingHandIn(account, 'a')).toBeNull();
	sender.stop();
});

test('a hand-in taken back before it arrived never arrives', async () => {
	const desk = new TestHandInServer();
	const { account, sender } = createTestSender(desk);
	const waitingHandIn = createWaitingHandIn(account);
	await storeWaitingHandIn(account, waitingHandIn);
	desk.trouble = 'away';
	await sender.send();
	await storeWaitingHandIn(account, { ...waitingHandIn, act: 'take-back' });
	desk.trouble = null;
	await sender.send();
	expect([desk.handedInIds.size, desk.withdrawnIds.has(waitingHandIn.sent.id)]).toEqual([0, true]);
	expect(await readWaitingHandIn(account, 'a')).toBeNull();
	sender.stop();
});

test('an answer to an earlier hand-in does not remove the current waiting hand-in', async () => {
	const account = createAccountId();
	const [earlierHandIn, currentHandIn] = [createWaitingHandIn(account), createWaitingHandIn(account)];
	await storeWaitingHandIn(account, currentHandIn);
	await recordHandInAnswer(account, earlierHandIn, null);
	expect(await readWaitingHandIn(account, 'a')).toEqual(currentHandIn);
});

test('a reopened page sends the waiting hand-in, and leaving the computer erases it', async () => {
	const desk = new TestHandInServer();
	const firstSender = createTestSender(desk);
	const waitingHandIn = createWaitingHandIn(firstSender.account);
	await storeWaitingHandIn(firstSender.account, waitingHandIn);
	desk.trouble = 'lost';
	await firstSender.sender.send();
	firstSender.sender.stop();
	desk.trouble = null;
	const secondSender = createTestSender(desk, firstSender.account);
	await secondSender.sender.send();
	expect([...desk.handedInIds]).toEqual([waitingHandIn.sent.id]);
	secondSender.sender.stop();
	await storeWaitingHandIn(firstSender.account, waitingHandIn);
	await erasePersonFromBrowser(firstSender.account);
	expect(await readWaitingHandIn(firstSender.account, 'a')).toBeNull();
});

test('a hand-in waits until its work has arrived', async () => {
	const desk = new TestHandInServer();
	const { account, sender, answeredIds } = createTestSender(desk);
	const waitingHandIn = createWaitingHandIn(account);
	await storeWaitingHandIn(account, waitingHandIn);
	desk.isWorkUnsent = true;
	await sender.send();
	expect(desk.requestCount).toBe(0);
	expect(await readWaitingHandIn(account, 'a')).toMatchObject({ refused: null });
	desk.isWorkUnsent = false;
	await sender.send();
	expect(answeredIds).toEqual([waitingHandIn.sent.id]);
});
