import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseSentWork, type SyncAnswer, type SentWork } from '#lib/wire/sync.ts';
import type { Version } from '#lib/domain/work.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { openStorage } from '../open.ts';
import type { WorkContent, LoadedWork, WorkStorage } from '../storage.ts';
import { createWorkSender, type WorkSender } from './sender.ts';
import { createHttpWorkServer } from './server.ts';
import type { SyncTrouble } from './trouble.ts';

const closing: (() => void)[] = [];
let machines = 0;
let clock = 1_000_000;

beforeEach(() => {
	vi.stubGlobal('navigator', { onLine: true });
	stubLocalStorage();
});
afterEach(() => {
	for (const close of closing.splice(0)) close();
	vi.unstubAllGlobals();
});

/** Stands in for the server: stores works in maps as the server's SQL does. The real server's tests are in lib/server/work. */
class Shelf {
	heads = new Map<string, string>();
	versions = new Map<string, Version>();
	received: SentWork[] = [];
	/** Failure that replaces the answer; with `lost` the server has stored the work before. */
	trouble: 'lost' | 'html' | 'error' | 'signed-out' | 'too-often' | null = null;

	asked = 0;
	waits: Promise<void> = Promise.resolve();

	fetch = async (address: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
		this.asked++;
		await this.waits;
		if (this.trouble === 'html') return new Response('<!doctype html><title>Wi-Fi</title>', { status: 200 });
		if (this.trouble === 'error') return new Response('Internal Error', { status: 500 });
		if (this.trouble === 'signed-out')
			return Response.json({ format: 1, kind: 'refused', reason: 'signed-out' }, { status: 401 });
		if (this.trouble === 'too-often')
			return Response.json({ format: 1, kind: 'refused', reason: 'too-often', seconds: 30 }, { status: 429 });
		const parsedWork = parseSentWork(JSON.parse(String(init?.body)));
		if (parsedWork.kind === 'refused') throw new Error(`${String(address)} got what the server refuses`);
		const answer = this.store(parsedWork.sent);
		if (this.trouble === 'lost') throw new TypeError('Failed to fetch');
		return Response.json(answer);
	};

	store(request: SentWork): SyncAnswer {
		this.received.push(request);
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

	mainOf(work: string) {
		return this.versions.get(this.heads.get(work) ?? '')?.files['main.ts'];
	}
}

const text = (main: string): WorkContent => ({
	files: { 'main.ts': main },
	steps: null,
	decision: null,
	project: null
});

async function machine(shelf: Shelf, name = `machine-${++machines}`) {
	const storage = await openStorage({ name, account: 'lou', now: () => clock });
	const troubles: (SyncTrouble | null)[] = [];
	const sender = createWorkSender({
		account: 'lou',
		storage,
		server: createHttpWorkServer(shelf.fetch),
		now: () => clock,
		random: () => 1,
		ontrouble: (trouble) => troubles.push(trouble)
	});
	closing.push(
		() => sender.stop(),
		() => storage.close()
	);
	await sender.sendWorks();
	return { storage, sender, troubles, name };
}

async function begin(storage: WorkStorage, main = 'start'): Promise<LoadedWork> {
	const createdWork = await storage.createWork({ kind: 'project', challenge: null, language: 'fr' }, text(main));
	if (createdWork.kind === 'failed') throw new Error(createdWork.message);
	return createdWork;
}
async function type(storage: WorkStorage, work: string, main: string, seal = false): Promise<string> {
	const loadedWork = await storage.loadWork(work);
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
	const saveResult = await storage.saveContent(work, text(main), loadedWork.baseVersion, { sealsVersion: seal });
	if (saveResult.kind === 'failed') throw new Error(saveResult.message);
	return saveResult.baseVersion;
}
async function mainOf(storage: WorkStorage, work: string) {
	const loadedWork = await storage.loadWork(work);
	return loadedWork.kind === 'loaded'
		? { main: loadedWork.version.files['main.ts'], sent: loadedWork.isSent, parted: loadedWork.partedVersion !== null }
		: loadedWork;
}
async function bring(storage: WorkStorage, shelf: Shelf, work: string) {
	const head = shelf.versions.get(shelf.heads.get(work) ?? '');
	if (!head) throw new Error('nothing there');
	return storage.outbox.applyReceived({
		format: 1,
		kind: 'work',
		work: {
			format: 1,
			id: work,
			kind: 'project',
			challenge: null,
			language: 'fr',
			authors: [],
			createdAt: 1,
			head: head.id
		},
		versions: [head]
	});
}
const tryLater = async (sender: WorkSender, work?: string) => {
	clock += 200_000;
	await sender.sendWorks(work);
};

test('a new work is sent as one version, and then nothing more', async () => {
	const shelf = new Shelf();
	const { storage, sender } = await machine(shelf);
	const { work } = await begin(storage);
	await type(storage, work.id, 'one', true);
	await type(storage, work.id, 'two', true);
	await type(storage, work.id, 'three');
	expect(await mainOf(storage, work.id)).toMatchObject({ sent: false });
	await tryLater(sender, work.id);
	expect(shelf.received.map(({ versions }) => versions.map(({ files }) => files['main.ts']))).toEqual([['three']]);
	expect(await mainOf(storage, work.id)).toEqual({ main: 'three', sent: true, parted: false });
	await tryLater(sender);
	expect(shelf.received).toHaveLength(1);
	await type(storage, work.id, 'four');
	await tryLater(sender, work.id);
	expect(shelf.received[1]?.versions).toMatchObject([{ parent: shelf.received[0]?.head }]);
	const history = await storage.history(work.id);
	expect(history.kind === 'history' && history.versions).toHaveLength(5);
});

test('what a program keeps all the time is sent every ten minutes, and an edit as soon as ever', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const { setTimeout: fakeTimeout } = globalThis;
	const later = vi.fn(fakeTimeout);
	// Not by `vi.spyOn`: Vitest restores spies after the file, which would bring the fake timer back for all files of this thread.
	Reflect.set(globalThis, 'setTimeout', later);
	closing.push(() => {
		globalThis.setTimeout = fakeTimeout;
		vi.useRealTimers();
	});
	const shelf = new Shelf();
	const { storage, sender, name } = await machine(shelf);
	const tab = await openStorage({ name, account: 'lou', now: () => clock });
	closing.push(() => tab.close());
	const { work, baseVersion } = await begin(storage);
	await sender.sendWorks(work.id);
	later.mockClear();
	const plannedDelays = () => later.mock.calls.flatMap(([, delay]) => ((delay ?? 0) > 1000 ? [delay] : []));
	const announce = (keepsOnly: boolean) =>
		tab.announce({ kind: 'saved', work: work.id, version: baseVersion, main: true, ...(keepsOnly && { keepsOnly }) });
	announce(true);
	await expect.poll(plannedDelays).toEqual([600_000]);
	announce(false);
	await expect.poll(plannedDelays).toEqual([600_000, 30_000]);
});

test('a handed-in version is sent too, though its author has gone on since', async () => {
	const shelf = new Shelf();
	const { storage } = await machine(shelf);
	const { work } = await begin(storage);
	const handedIn = await type(storage, work.id, 'handed in', true);
	await type(storage, work.id, 'gone on', true);
	await type(storage, work.id, 'and on');
	const request = await storage.outbox.composeRequest('lou', work.id, true, [handedIn]);
	if (request === null || 'kind' in request) throw new Error('Nothing waits');
	expect(request.versions.map(({ files }) => files['main.ts'])).toEqual(['and on', 'handed in']);
	expect(shelf.store(request)).toMatchObject({ kind: 'stored' });
});

test('a version sent as the page closed is nobody else’s, though its author has typed on', async () => {
	const shelf = new Shelf();
	const { storage, sender, name } = await machine(shelf);
	const { work } = await begin(storage);
	await sender.sendWorks(work.id);
	// The sender hears of a version that another part of the page saves, and prepares its request.
	const page = await openStorage({ name, account: 'lou', now: () => clock });
	closing.push(() => page.close());
	const atLast = await type(page, work.id, 'one');
	await expect.poll(() => (sender.sendPrepared(), shelf.heads.get(work.id))).toBe(atLast);

	await type(page, work.id, 'two');
	await tryLater(sender, work.id);
	expect(await mainOf(storage, work.id)).toEqual({ main: 'two', sent: true, parted: false });
	expect(shelf.mainOf(work.id)).toBe('two');
});

describe('failures on the way', () => {
	test.each([
		['html', 'not-ours'],
		['error', 'server'],
		['lost', 'unreachable'],
		['signed-out', 'signed-out']
	] as const)('%s is said, nothing is lost, nothing is stored twice', async (trouble, reason) => {
		const shelf = new Shelf();
		const { storage, sender, troubles } = await machine(shelf);
		const { work } = await begin(storage);
		shelf.trouble = trouble;
		await tryLater(sender, work.id);
		expect(troubles).toEqual([{ reason, work: null }]);
		expect(await mainOf(storage, work.id)).toEqual({ main: 'start', sent: false, parted: false });
		await type(storage, work.id, 'typed meanwhile');
		await tryLater(sender, work.id);
		shelf.trouble = null;
		await sender.retryNow();
		expect(troubles.at(-1)).toBeNull();
		expect(await mainOf(storage, work.id)).toEqual({ main: 'typed meanwhile', sent: true, parted: false });
		expect(shelf.mainOf(work.id)).toBe('typed meanwhile');
		expect(new Set(shelf.versions.keys()).size).toBe(shelf.versions.size);
	});

	test('without network', async () => {
		vi.stubGlobal('navigator', { onLine: false });
		const shelf = new Shelf();
		const { storage, sender, troubles } = await machine(shelf);
		const { work } = await begin(storage);
		shelf.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
		shelf.trouble = 'lost';
		await tryLater(sender, work.id);
		expect(troubles).toEqual([{ reason: 'offline', work: null }]);
	});

	test('each failure waits longer than the one before', async () => {
		const shelf = new Shelf();
		const { storage, sender } = await machine(shelf);
		const { work } = await begin(storage);
		shelf.trouble = 'error';
		await tryLater(sender, work.id);
		const before = shelf.received.length;
		// A send during the pause after a failure sends nothing.
		shelf.trouble = null;
		await sender.sendWorks(work.id);
		expect(shelf.received).toHaveLength(before);
		clock += 2001;
		await sender.sendWorks(work.id);
		expect(shelf.received).toHaveLength(before + 1);
	});

	test('the network comes back while an attempt is still failing: it is sent at once', async () => {
		const shelf = new Shelf();
		const { storage, sender } = await machine(shelf);
		const { work } = await begin(storage);
		let fail = () => {};
		shelf.waits = new Promise((resolve) => (fail = resolve));
		shelf.trouble = 'error';
		const { asked } = shelf;
		const attempt = tryLater(sender, work.id).then(() => (shelf.trouble = null));
		await expect.poll(() => shelf.asked).toBe(asked + 1);
		const retried = sender.retryNow();
		fail();
		await Promise.all([attempt, retried]);
		expect(await mainOf(storage, work.id)).toEqual({ main: 'start', sent: true, parted: false });
	});

	test('a server that asks for patience gets it, and nobody is told of trouble', async () => {
		const shelf = new Shelf();
		const { storage, sender, troubles } = await machine(shelf);
		const { work } = await begin(storage);
		shelf.trouble = 'too-often';
		await tryLater(sender, work.id);
		const { asked } = shelf;
		shelf.trouble = null;
		clock += 29_000;
		await sender.sendWorks(work.id);
		expect(shelf.asked).toBe(asked);
		clock += 20_000;
		await sender.sendWorks(work.id);
		expect(shelf.mainOf(work.id)).toBe('start');
		expect(troubles).toEqual([]);
	});

	test('a server brought back from a backup gets everything again', async () => {
		const shelf = new Shelf();
		const { storage, sender } = await machine(shelf);
		const { work } = await begin(storage);
		await tryLater(sender, work.id);
		const old = new Map(shelf.versions);
		const head = shelf.heads.get(work.id) ?? '';
		await type(storage, work.id, 'after the backup', true);
		await tryLater(sender, work.id);
		shelf.versions = old;
		shelf.heads.set(work.id, head);
		await type(storage, work.id, 'now');
		await tryLater(sender, work.id);
		expect(shelf.mainOf(work.id)).toBe('now');
		expect(await mainOf(storage, work.id)).toEqual({ main: 'now', sent: true, parted: false });
	});
});

test('in a browser that keeps nothing, what is made in one place of the page is sent from another', async () => {
	vi.stubGlobal('indexedDB', undefined);
	const shelf = new Shelf();
	const name = 'nowhere';
	const { sender } = await machine(shelf, name);
	const workbench = await openStorage({ name, account: 'lou' });
	closing.push(() => workbench.close());
	const { work } = await begin(workbench);
	await tryLater(sender, work.id);
	expect(shelf.mainOf(work.id)).toBe('start');
});

test('a clock that is far from the server’s is noticed, and a proxy’s is nobody’s business', async () => {
	const clockReports: boolean[] = [];
	let [date, body] = [new Date(), JSON.stringify({ format: 1, kind: 'works', works: [] })];
	const headers = () => ({ date: date.toUTCString() });
	const server = createHttpWorkServer(
		async () => new Response(body, { headers: headers() }),
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

describe('two machines', () => {
	test('going on elsewhere: what has nothing unsent here opens the newer', async () => {
		const shelf = new Shelf();
		const [home, school] = [await machine(shelf), await machine(shelf)];
		const { work } = await begin(home.storage);
		await tryLater(home.sender, work.id);
		await bring(school.storage, shelf, work.id);
		await type(school.storage, work.id, 'at school');
		await tryLater(school.sender, work.id);
		await bring(home.storage, shelf, work.id);
		expect(await mainOf(home.storage, work.id)).toEqual({ main: 'at school', sent: true, parted: false });
		await type(home.storage, work.id, 'at home again');
		await tryLater(home.sender, work.id);
		expect(shelf.mainOf(work.id)).toBe('at home again');
	});

	test('both went on: both are kept on both sides, and the author says which one opens', async () => {
		const shelf = new Shelf();
		const [home, school] = [await machine(shelf), await machine(shelf)];
		const { work } = await begin(home.storage);
		await tryLater(home.sender, work.id);
		await bring(school.storage, shelf, work.id);
		await type(school.storage, work.id, 'at school');
		await tryLater(school.sender, work.id);
		await type(home.storage, work.id, 'at home');
		await tryLater(home.sender, work.id);
		expect(await mainOf(home.storage, work.id)).toEqual({ main: 'at home', sent: true, parted: true });
		expect(shelf.mainOf(work.id)).toBe('at school');
		const storedTexts = [...shelf.versions.values()].map(({ files }) => files['main.ts']);
		expect(storedTexts.sort()).toEqual(['at home', 'at school', 'start']);
		const history = await home.storage.history(work.id);
		expect(history.kind === 'history' && history.versions.map(({ files }) => files['main.ts'])).toContain('at school');

		const mine = await home.storage.loadWork(work.id);
		await home.storage.outbox.settleConflict(work.id);
		if (mine.kind === 'loaded') await home.storage.adoptVersion(work.id, mine.baseVersion);
		await tryLater(home.sender, work.id);
		expect(shelf.mainOf(work.id)).toBe('at home');
		expect(await mainOf(home.storage, work.id)).toMatchObject({ parted: false });
	});

	test('an answer lost, then another machine went on from what was stored: no conflict', async () => {
		const shelf = new Shelf();
		const [home, school] = [await machine(shelf), await machine(shelf)];
		const { work } = await begin(home.storage);
		shelf.trouble = 'lost';
		await tryLater(home.sender, work.id);
		shelf.trouble = null;
		await bring(school.storage, shelf, work.id);
		await type(school.storage, work.id, 'went on');
		await tryLater(school.sender, work.id);
		await tryLater(home.sender, work.id);
		expect(await mainOf(home.storage, work.id)).toEqual({ main: 'went on', sent: true, parted: false });
	});
});

test('of several tabs one sends at a time', async () => {
	const shelf = new Shelf();
	const here = await machine(shelf);
	const there = await machine(shelf, here.name);
	const { work } = await begin(here.storage);
	let answer: () => void = () => undefined;
	shelf.waits = new Promise((resolve) => (answer = resolve));
	const sending = tryLater(here.sender, work.id);
	await expect.poll(() => shelf.asked).toBe(1);
	await there.sender.sendWorks(work.id);
	expect(shelf.asked).toBe(1);
	answer();
	await sending;
	await type(there.storage, work.id, 'typed there');
	await tryLater(there.sender, work.id);
	expect(shelf.mainOf(work.id)).toBe('typed there');
});

test('removed here: what the server has of it goes too, unless it is taken back before', async () => {
	const shelf = new Shelf();
	const { storage, sender } = await machine(shelf);
	const { work } = await begin(storage);
	await tryLater(sender, work.id);
	const removedWork = await storage.removeWork(work.id);
	expect(await storage.outbox.listRemovals()).toEqual([work.id]);
	// The server still lists the work, but fetching does not bring it back.
	await bring(storage, shelf, work.id);
	expect(await storage.listWorks()).toMatchObject({ works: [] });
	if (removedWork.kind === 'removed') await storage.restoreRows(removedWork);
	expect(await storage.outbox.listRemovals()).toEqual([]);
	expect(await mainOf(storage, work.id)).toMatchObject({ main: 'start', sent: true });
});
