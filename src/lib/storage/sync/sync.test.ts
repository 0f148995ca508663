import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseSentWork, type SyncAnswer, type SentWork } from '#lib/wire/sync.ts';
import type { Version } from '#lib/domain/work.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { openStorage } from '../open.ts';
import type { WorkContent, LoadedWork, WorkStorage } from '../storage.ts';
import { createWorkSender, type WorkSender } from './sender.ts';
import { createWorkServerClient } from './server.ts';
import type { SyncTrouble } from './trouble.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

const closeFunctions: (() => void)[] = [];
let machineCount = 0;
let testTime = 1_000_000;

beforeEach(() => {
	vi.stubGlobal('navigator', { onLine: true });
	stubLocalStorage();
});
afterEach(() => {
	for (const close of closeFunctions.splice(0)) close();
	vi.unstubAllGlobals();
});

/** Stands in for the server: stores works in maps as the server's SQL does. The real server's tests are in lib/server/work. */
class TestWorkServer {
	heads = new Map<string, string>();
	versions = new Map<string, Version>();
	receivedRequests: SentWork[] = [];
	/** Failure in place of an answer; with `lost`, the server has stored the work first. */
	trouble: 'lost' | 'html' | 'error' | 'signed-out' | 'too-often' | null = null;

	requestCount = 0;
	answerDelay: Promise<void> = Promise.resolve();

	fetch = async (address: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
		this.requestCount++;
		await this.answerDelay;
		if (this.trouble === 'html') return new Response('<!doctype html><title>Wi-Fi</title>', { status: 200 });
		if (this.trouble === 'error') return new Response('Internal Error', { status: 500 });
		if (this.trouble === 'signed-out')
			return Response.json({ format: 1, kind: 'refused', reason: 'signed-out' }, { status: 401 });
		if (this.trouble === 'too-often')
			return Response.json({ format: 1, kind: 'refused', reason: 'too-often', seconds: 30 }, { status: 429 });
		const parsedWork = parseSentWork(JSON.parse(String(init?.body)));
		if (parsedWork.kind === 'refused') throw new Error(`${String(address)} got what the server refuses`);
		const answer = this.store(parsedWork.sentWork);
		if (this.trouble === 'lost') throw new TypeError('Failed to fetch');
		return Response.json(answer);
	};

	store(request: SentWork): SyncAnswer {
		this.receivedRequests.push(request);
		const { id } = request.work;
		for (const { parent } of request.versions) {
			if (parent && !this.versions.has(parent)) return { format: 1, kind: 'refused', reason: 'parents' };
		}
		for (const version of request.versions) if (!this.versions.has(version.id)) this.versions.set(version.id, version);
		const head = this.heads.get(id);
		if (head === undefined || head === request.expected) this.heads.set(id, request.head);
		const now = this.heads.get(id) ?? '';
		if (now === request.head) return { format: 1, kind: 'stored', head: now, authors: [request.account] };
		const versions: Version[] = [];
		for (let at = this.versions.get(now); at && at.id !== request.expected; at = this.versions.get(at.parent ?? ''))
			versions.push(at);
		return { format: 1, kind: 'conflict', head: now, versions };
	}

	headTextOf(workId: string) {
		return this.versions.get(this.heads.get(workId) ?? '')?.files['main.ts'];
	}
}

const createTestContent = (main: string): WorkContent => ({
	files: { 'main.ts': main },
	steps: null,
	decision: null,
	project: null
});

async function openTestMachine(shelf: TestWorkServer, name = `machine-${++machineCount}`) {
	const storage = await openStorage({ name, account: 'lou', now: () => testTime });
	const troubles: (SyncTrouble | null)[] = [];
	const sender = createWorkSender({
		account: 'lou',
		storage,
		server: createWorkServerClient(shelf.fetch),
		now: () => testTime,
		random: () => 1,
		ontrouble: (trouble) => troubles.push(trouble)
	});
	closeFunctions.push(
		() => sender.stop(),
		() => storage.close()
	);
	await sender.sendWorks();
	return { storage, sender, troubles, name };
}

async function createTestWork(storage: WorkStorage, main = 'start'): Promise<LoadedWork> {
	const createdWork = await storage.createWork(
		{ kind: 'project', challenge: null, language: 'fr' },
		createTestContent(main)
	);
	if (createdWork.kind === 'failed') throw new Error(createdWork.message);
	return createdWork;
}
async function saveText(storage: WorkStorage, workId: string, main: string, seal = false): Promise<string> {
	const loadedWork = await storage.loadWork(workId);
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
	const saveResult = await storage.saveContent(workId, createTestContent(main), loadedWork.baseVersion, {
		sealsVersion: seal
	});
	if (saveResult.kind === 'failed') throw new Error(saveResult.message);
	return saveResult.baseVersion;
}
async function readMainState(storage: WorkStorage, workId: string) {
	const loadedWork = await storage.loadWork(workId);
	return loadedWork.kind === 'loaded'
		? {
				main: loadedWork.version.files['main.ts'],
				sent: loadedWork.isSent,
				parted: loadedWork.conflictVersion !== null
			}
		: loadedWork;
}
async function receiveHead(storage: WorkStorage, shelf: TestWorkServer, workId: string, acceptedHead?: string | null) {
	const head = shelf.versions.get(shelf.heads.get(workId) ?? '');
	if (!head) throw new Error('nothing there');
	const work = {
		format: 1,
		id: workId,
		kind: 'project',
		challenge: null,
		language: 'fr',
		authors: [],
		createdAt: 1,
		head: head.id
	} as const;
	return storage.outbox.applyFetchedWork(
		{ format: 1, kind: 'work', work: { ...work, authors: [] }, versions: [head] },
		acceptedHead
	);
}
const sendLater = async (sender: WorkSender, workId?: string) => {
	testTime += 200_000;
	await sender.sendWorks(workId);
};

test('a new work is sent as one version, and sent again only after a change', async () => {
	const shelf = new TestWorkServer();
	const { storage, sender } = await openTestMachine(shelf);
	const { work } = await createTestWork(storage);
	await saveText(storage, work.id, 'one', true);
	await saveText(storage, work.id, 'two', true);
	await saveText(storage, work.id, 'three');
	expect(await readMainState(storage, work.id)).toMatchObject({ sent: false });
	await sendLater(sender, work.id);
	expect(shelf.receivedRequests.map(({ versions }) => versions.map(({ files }) => files['main.ts']))).toEqual([
		['three']
	]);
	expect(await readMainState(storage, work.id)).toEqual({ main: 'three', sent: true, parted: false });
	await sendLater(sender);
	expect(shelf.receivedRequests).toHaveLength(1);
	await saveText(storage, work.id, 'four');
	await sendLater(sender, work.id);
	expect(shelf.receivedRequests[1]?.versions).toMatchObject([{ parent: shelf.receivedRequests[0]?.head }]);
	const history = await storage.history(work.id);
	expect(history.kind === 'history' && history.versions).toHaveLength(5);
});

test('a change of the store alone is sent after ten minutes, an edit after thirty seconds', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const { setTimeout: fakeTimeout } = globalThis;
	const setTimeoutSpy = vi.fn(fakeTimeout);
	// `vi.spyOn` is not used: Vitest restores spies after the file, which would bring the fake timer back for all files of this
	// thread.
	Reflect.set(globalThis, 'setTimeout', setTimeoutSpy);
	closeFunctions.push(() => {
		globalThis.setTimeout = fakeTimeout;
		vi.useRealTimers();
	});
	const shelf = new TestWorkServer();
	const { storage, sender, name } = await openTestMachine(shelf);
	const otherTab = await openStorage({ name, account: 'lou', now: () => testTime });
	closeFunctions.push(() => otherTab.close());
	const { work, baseVersion } = await createTestWork(storage);
	await sender.sendWorks(work.id);
	setTimeoutSpy.mockClear();
	const plannedDelays = () => setTimeoutSpy.mock.calls.flatMap(([, delay]) => ((delay ?? 0) > 1000 ? [delay] : []));
	const announceSave = (keepsOnly: boolean) =>
		otherTab.announce({
			kind: 'saved',
			work: work.id,
			version: baseVersion,
			main: true,
			...(keepsOnly && { keepsOnly })
		});
	announceSave(true);
	await expect.poll(plannedDelays).toEqual([600_000]);
	announceSave(false);
	await expect.poll(plannedDelays).toEqual([600_000, 30_000]);
});

test('a handed-in version is sent along with the newer version that its author has made since', async () => {
	const shelf = new TestWorkServer();
	const { storage } = await openTestMachine(shelf);
	const { work } = await createTestWork(storage);
	const handedInId = await saveText(storage, work.id, 'handed in', true);
	await saveText(storage, work.id, 'gone on', true);
	await saveText(storage, work.id, 'and on');
	const request = await storage.outbox.composeRequest('lou', work.id, true, [handedInId]);
	if (request === null || 'kind' in request) throw new Error('Nothing waits');
	expect(request.versions.map(({ files }) => files['main.ts'])).toEqual(['and on', 'handed in']);
	expect(shelf.store(request)).toMatchObject({ kind: 'stored' });
});

test('a version sent as the page closed causes no conflict with the author’s next edit', async () => {
	const shelf = new TestWorkServer();
	const { storage, sender, name } = await openTestMachine(shelf);
	const { work } = await createTestWork(storage);
	await sender.sendWorks(work.id);
	// The sender hears of a version that another part of the page saves, and prepares its request.
	const otherStorage = await openStorage({ name, account: 'lou', now: () => testTime });
	closeFunctions.push(() => otherStorage.close());
	const lastVersionId = await saveText(otherStorage, work.id, 'one');
	await expect.poll(() => (sender.sendPreparedRequests(), shelf.heads.get(work.id))).toBe(lastVersionId);

	await saveText(otherStorage, work.id, 'two');
	await sendLater(sender, work.id);
	expect(await readMainState(storage, work.id)).toEqual({ main: 'two', sent: true, parted: false });
	expect(shelf.headTextOf(work.id)).toBe('two');
});

describe('failed requests', () => {
	test.each([
		['html', 'not-ours', ['typed meanwhile']],
		['error', 'server', ['typed meanwhile']],
		['lost', 'unreachable', ['start', 'typed meanwhile']],
		['signed-out', 'signed-out', ['typed meanwhile']]
	] as const)(
		'after “%s” the trouble is reported, nothing is lost, and nothing is stored twice',
		async (trouble, reason, storedTexts) => {
			const shelf = new TestWorkServer();
			const { storage, sender, troubles } = await openTestMachine(shelf);
			const { work } = await createTestWork(storage);
			shelf.trouble = trouble;
			await sendLater(sender, work.id);
			expect(troubles).toEqual([{ reason, work: null }]);
			expect(await readMainState(storage, work.id)).toEqual({ main: 'start', sent: false, parted: false });
			await saveText(storage, work.id, 'typed meanwhile');
			await sendLater(sender, work.id);
			shelf.trouble = null;
			await sender.retryNow();
			expect(troubles.at(-1)).toBeNull();
			expect(await readMainState(storage, work.id)).toEqual({ main: 'typed meanwhile', sent: true, parted: false });
			expect(shelf.headTextOf(work.id)).toBe('typed meanwhile');
			expect([...shelf.versions.values()].map(({ files }) => files['main.ts'])).toEqual(storedTexts);
		}
	);

	test('a work that cannot be sent without a network is reported as offline', async () => {
		vi.stubGlobal('navigator', { onLine: false });
		const shelf = new TestWorkServer();
		const { storage, sender, troubles } = await openTestMachine(shelf);
		const { work } = await createTestWork(storage);
		shelf.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
		shelf.trouble = 'lost';
		await sendLater(sender, work.id);
		expect(troubles).toEqual([{ reason: 'offline', work: null }]);
	});

	test('the pause after each failure is longer than the one before', async () => {
		const shelf = new TestWorkServer();
		const { storage, sender } = await openTestMachine(shelf);
		const { work } = await createTestWork(storage);
		shelf.trouble = 'error';
		await sendLater(sender, work.id);
		const { requestCount: countAtFirstFailure } = shelf;
		const countRequestsAfter = async (milliseconds: number) => {
			testTime += milliseconds;
			await sender.sendWorks(work.id);
			return shelf.requestCount - countAtFirstFailure;
		};
		// A send during the pause after a failure sends nothing.
		expect(await countRequestsAfter(1999)).toBe(0);
		// The second attempt fails too, so the next pause is longer.
		expect(await countRequestsAfter(2)).toBe(1);
		shelf.trouble = null;
		expect(await countRequestsAfter(3999)).toBe(1);
		expect(await countRequestsAfter(2)).toBe(2);
		expect(await readMainState(storage, work.id)).toEqual({ main: 'start', sent: true, parted: false });
	});

	test('a work is sent at once when the network returns during a failing attempt', async () => {
		const shelf = new TestWorkServer();
		const { storage, sender } = await openTestMachine(shelf);
		const { work } = await createTestWork(storage);
		let endRequest = () => {};
		shelf.answerDelay = new Promise((resolve) => (endRequest = resolve));
		shelf.trouble = 'error';
		const { requestCount: asked } = shelf;
		const failingAttempt = sendLater(sender, work.id).then(() => (shelf.trouble = null));
		await expect.poll(() => shelf.requestCount).toBe(asked + 1);
		const retry = sender.retryNow();
		endRequest();
		await Promise.all([failingAttempt, retry]);
		expect(await readMainState(storage, work.id)).toEqual({ main: 'start', sent: true, parted: false });
	});

	test('after “too-often” the sender waits as the server asks, and reports no trouble', async () => {
		const shelf = new TestWorkServer();
		const { storage, sender, troubles } = await openTestMachine(shelf);
		const { work } = await createTestWork(storage);
		shelf.trouble = 'too-often';
		await sendLater(sender, work.id);
		const { requestCount: asked } = shelf;
		shelf.trouble = null;
		testTime += 29_000;
		await sender.sendWorks(work.id);
		expect(shelf.requestCount).toBe(asked);
		testTime += 20_000;
		await sender.sendWorks(work.id);
		expect(shelf.headTextOf(work.id)).toBe('start');
		expect(troubles).toEqual([]);
	});

	test('a server restored from a backup receives the current content again', async () => {
		const shelf = new TestWorkServer();
		const { storage, sender } = await openTestMachine(shelf);
		const { work } = await createTestWork(storage);
		await sendLater(sender, work.id);
		const backedUpVersions = new Map(shelf.versions);
		const head = shelf.heads.get(work.id) ?? '';
		await saveText(storage, work.id, 'after the backup', true);
		await sendLater(sender, work.id);
		shelf.versions = backedUpVersions;
		shelf.heads.set(work.id, head);
		await saveText(storage, work.id, 'now');
		await sendLater(sender, work.id);
		expect(shelf.headTextOf(work.id)).toBe('now');
		expect(await readMainState(storage, work.id)).toEqual({ main: 'now', sent: true, parted: false });
	});
});

test('without IndexedDB, a work made in one part of the page is sent by another', async () => {
	vi.stubGlobal('indexedDB', undefined);
	const shelf = new TestWorkServer();
	const name = 'nowhere';
	const { sender } = await openTestMachine(shelf, name);
	const workbenchStorage = await openStorage({ name, account: 'lou' });
	closeFunctions.push(() => workbenchStorage.close());
	const { work } = await createTestWork(workbenchStorage);
	await sendLater(sender, work.id);
	expect(shelf.headTextOf(work.id)).toBe('start');
});

test('a clock far from the server’s is reported, and the date of a proxy’s page is ignored', async () => {
	const clockReports: boolean[] = [];
	let [date, body] = [new Date(), JSON.stringify({ format: 1, kind: 'works', works: [] })];
	const dateHeaders = () => ({ date: date.toUTCString() });
	const server = createWorkServerClient(
		async () => new Response(body, { headers: dateHeaders() }),
		(wrong) => clockReports.push(wrong)
	);
	await server.list('lou');
	date = new Date(Date.now() - 86_400_000);
	await server.list('lou');
	date = new Date(Date.now() + 86_400_000);
	await server.list('lou');
	body = '<!doctype html>';
	await server.list('lou');
	expect(clockReports).toEqual([false, true, true]);
});

describe('an unsealed draft sent as the page closed', () => {
	/** Edits a work without sealing it, and sends it to the server without applying the answer. */
	async function sendUnsealedDraft() {
		const shelf = new TestWorkServer();
		const { storage, sender } = await openTestMachine(shelf);
		const { work } = await createTestWork(storage);
		await sendLater(sender, work.id);
		const draftId = await saveText(storage, work.id, 'sent as the page closed');
		const request = await storage.outbox.composeRequest('lou', work.id, false);
		if (request === null || 'kind' in request) throw new Error('There is nothing to send.');
		shelf.store(request);
		return { shelf, storage, sender, work, draftId };
	}

	test('gives way to the version that another machine made from it', async () => {
		const { shelf, storage, sender, work, draftId } = await sendUnsealedDraft();
		const school = await openTestMachine(shelf);
		await receiveHead(school.storage, shelf, work.id);
		await saveText(school.storage, work.id, 'at school');
		await sendLater(school.sender, work.id);
		expect(await receiveHead(storage, shelf, work.id)).toMatchObject({ kind: 'newer' });
		expect(await readMainState(storage, work.id)).toEqual({ main: 'at school', sent: true, parted: false });
		await sendLater(sender, work.id);
		expect(shelf.headTextOf(work.id)).toBe('at school');
		const history = await storage.history(work.id);
		expect(history.kind === 'history' && history.versions.map(({ id }) => id)).toContain(draftId);
	});

	test('becomes the parent of the next edit when it is the server’s head', async () => {
		const { shelf, storage, work, draftId } = await sendUnsealedDraft();
		expect(await receiveHead(storage, shelf, work.id)).toEqual({ kind: 'sent', version: draftId });
		const nextId = await saveText(storage, work.id, 'next');
		const history = await storage.history(work.id);
		expect(history.kind === 'history' && history.versions.find(({ id }) => id === nextId)?.parent).toBe(draftId);
	});
});

describe('two machines', () => {
	test('a machine without unsent edits opens the newer version of the other machine', async () => {
		const shelf = new TestWorkServer();
		const [home, school] = [await openTestMachine(shelf), await openTestMachine(shelf)];
		const { work } = await createTestWork(home.storage);
		await sendLater(home.sender, work.id);
		await receiveHead(school.storage, shelf, work.id);
		await saveText(school.storage, work.id, 'at school');
		await sendLater(school.sender, work.id);
		await receiveHead(home.storage, shelf, work.id);
		expect(await readMainState(home.storage, work.id)).toEqual({ main: 'at school', sent: true, parted: false });
		await saveText(home.storage, work.id, 'at home again');
		await sendLater(home.sender, work.id);
		expect(shelf.headTextOf(work.id)).toBe('at home again');
	});

	test('edits on both machines are kept, and the author chooses which version opens', async () => {
		const shelf = new TestWorkServer();
		const [home, school] = [await openTestMachine(shelf), await openTestMachine(shelf)];
		const { work } = await createTestWork(home.storage);
		await sendLater(home.sender, work.id);
		await receiveHead(school.storage, shelf, work.id);
		await saveText(school.storage, work.id, 'at school');
		await sendLater(school.sender, work.id);
		await saveText(home.storage, work.id, 'at home');
		await sendLater(home.sender, work.id);
		expect(await readMainState(home.storage, work.id)).toEqual({ main: 'at home', sent: true, parted: true });
		expect(shelf.headTextOf(work.id)).toBe('at school');
		const storedTexts = [...shelf.versions.values()].map(({ files }) => files['main.ts']);
		expect(storedTexts.sort()).toEqual(['at home', 'at school', 'start']);
		const history = await home.storage.history(work.id);
		expect(history.kind === 'history' && history.versions.map(({ files }) => files['main.ts'])).toContain('at school');

		const openedWork = await home.storage.loadWork(work.id);
		await home.storage.outbox.settleConflict(work.id);
		if (openedWork.kind === 'loaded') await home.storage.adoptVersion(work.id, openedWork.baseVersion);
		await sendLater(home.sender, work.id);
		expect(shelf.headTextOf(work.id)).toBe('at home');
		expect(await readMainState(home.storage, work.id)).toMatchObject({ parted: false });
	});

	test('an answer that comes after the author has chosen brings no conflict back', async () => {
		const shelf = new TestWorkServer();
		const [home, school] = [await openTestMachine(shelf), await openTestMachine(shelf)];
		const { work } = await createTestWork(home.storage);
		await sendLater(home.sender, work.id);
		await receiveHead(school.storage, shelf, work.id);
		const headBefore = shelf.heads.get(work.id) ?? '';
		await saveText(school.storage, work.id, 'at school');
		await sendLater(school.sender, work.id);
		const ownVersion = await saveText(home.storage, work.id, 'at home');
		const request = await home.storage.outbox.composeRequest('lou', work.id, true);
		if (request === null || 'kind' in request) throw new Error('There is nothing to send.');
		const answer = shelf.store(request);
		// Two tabs get the same answer; the author chooses before the second tab stores its own.
		expect(await home.storage.outbox.applyAnswer(request, answer)).toMatchObject({ kind: 'parted' });
		await home.storage.outbox.settleConflict(work.id);
		await home.storage.adoptVersion(work.id, ownVersion);
		expect(await home.storage.outbox.applyAnswer(request, answer)).toEqual({ kind: 'again' });
		expect(await receiveHead(home.storage, shelf, work.id, headBefore)).toEqual({ kind: 'again' });
		expect(await readMainState(home.storage, work.id)).toMatchObject({ main: 'at home', parted: false });
		await sendLater(home.sender, work.id);
		expect(shelf.headTextOf(work.id)).toBe('at home');
	});

	test('a lost answer causes no conflict when another machine went on from the stored version', async () => {
		const shelf = new TestWorkServer();
		const [home, school] = [await openTestMachine(shelf), await openTestMachine(shelf)];
		const { work } = await createTestWork(home.storage);
		shelf.trouble = 'lost';
		await sendLater(home.sender, work.id);
		shelf.trouble = null;
		await receiveHead(school.storage, shelf, work.id);
		await saveText(school.storage, work.id, 'went on');
		await sendLater(school.sender, work.id);
		await sendLater(home.sender, work.id);
		expect(await readMainState(home.storage, work.id)).toEqual({ main: 'went on', sent: true, parted: false });
	});
});

test('only one of several tabs sends at a time', async () => {
	const shelf = new TestWorkServer();
	const machineHere = await openTestMachine(shelf);
	const machineThere = await openTestMachine(shelf, machineHere.name);
	const { work } = await createTestWork(machineHere.storage);
	let letAnswer: () => void = () => undefined;
	shelf.answerDelay = new Promise((resolve) => (letAnswer = resolve));
	const pendingSend = sendLater(machineHere.sender, work.id);
	await expect.poll(() => shelf.requestCount).toBe(1);
	await machineThere.sender.sendWorks(work.id);
	expect(shelf.requestCount).toBe(1);
	letAnswer();
	await pendingSend;
	await saveText(machineThere.storage, work.id, 'typed there');
	await sendLater(machineThere.sender, work.id);
	expect(shelf.headTextOf(work.id)).toBe('typed there');
});

test('a version counts as unsent until the server has it, but not when its work is unknown', async () => {
	const shelf = new TestWorkServer();
	const { storage, sender } = await openTestMachine(shelf);
	shelf.trouble = 'error';
	const { work, baseVersion } = await createTestWork(storage);
	await sendLater(sender, work.id);
	expect(await storage.outbox.isVersionUnsent(work.id, baseVersion)).toBe(true);
	shelf.trouble = null;
	await sendLater(sender, work.id);
	expect(await storage.outbox.isVersionUnsent(work.id, baseVersion)).toBe(false);
	expect(await storage.outbox.isVersionUnsent('elsewhere', baseVersion)).toBe(false);
});
