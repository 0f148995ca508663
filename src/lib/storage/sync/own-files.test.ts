import { expect, test, vi } from 'vitest';
import { fromBase64, toBase64 } from '#lib/domain/own-file/base64.ts';
import { describeOwnFile } from '#lib/domain/own-file/content-hash.ts';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { createTestPicture, ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import type { SentWork } from '#lib/wire/sync.ts';
import { openStorage } from '../open.ts';
import { forgetSentFiles, storeOwnFile, markOwnFileSent, readOwnFile } from '../own-files.ts';
import type { WorkStorage } from '../storage.ts';
import { moveVisitorWorks } from './works-offer.ts';
import { downloadOwnFile, sendOwnFiles, findWorksWithUnsentFiles } from './own-files.ts';
import { createWorkSender } from './sender.ts';
import { createWorkServerClient, type StoreFileResult, type WorkServerClient } from './server.ts';
import type { SyncTrouble } from './trouble.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

const pictureFile = describeOwnFile(ONE_PIXEL_PNG, { type: 'image/png', width: 1, height: 1 }, { kind: 'mine' });
const createTestContent = (files: Record<string, string>) => ({
	files,
	steps: null,
	decision: null,
	project: { title: '', card: null }
});

async function createWorkWithPicture(account: string | null, bytes: Uint8Array<ArrayBuffer> | null = ONE_PIXEL_PNG) {
	const storage = await openStorage({ account });
	const files = { 'main.ts': '', 'cat.png': formatOwnFile(pictureFile) };
	const createdWork = await storage.createWork(
		{ kind: 'project', challenge: null, language: 'fr' },
		createTestContent(files)
	);
	if (createdWork.kind === 'failed') throw new Error(createdWork.reason);
	if (bytes !== null) await storeOwnFile(account, pictureFile.sha256, bytes);
	return { storage, work: createdWork.work.id };
}

/** Makes a server that stores what it is sent, by address. */
function createTestServer(refusal: string | null = null) {
	const contentByPath = new Map<string, string>();
	const requestLines: string[] = [];
	const server = createWorkServerClient(async (address, init) => {
		const path = String(address).replace(/\?.*/, '');
		requestLines.push(`${init?.method ?? 'GET'} ${path}`);
		if (refusal !== null) return Response.json({ format: 1, kind: 'refused', reason: refusal });
		if (init?.method !== 'PUT')
			return Response.json({ format: 1, kind: 'file', content: contentByPath.get(path) ?? '' });
		contentByPath.set(path, (JSON.parse(String(init.body)) as { content: string }).content);
		return Response.json({ format: 1, kind: 'kept', taken: 3 });
	});
	return { kept: contentByPath, asked: requestLines, server };
}

async function saveText(storage: WorkStorage, workId: string, files: Record<string, string>): Promise<void> {
	const loadedWork = await storage.loadWork(workId);
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.reason);
	await storage.saveContent(workId, createTestContent(files), loadedWork.baseVersion, { sealsVersion: true });
}

async function sendVersion(account: string, storage: WorkStorage, workId: string): Promise<void> {
	const request = await storage.outbox.composeRequest(account, workId, true);
	if (request === null || 'kind' in request) throw new Error('There is nothing to send.');
	await storage.outbox.applyAnswer(request, { format: 1, kind: 'stored', head: request.head, authors: [] });
}

test('a picture is sent once, and is downloaded with the same bytes', async () => {
	const { storage, work } = await createWorkWithPicture('lou');
	const { kept: contents, asked: requests, server } = createTestServer();
	expect(await findWorksWithUnsentFiles('lou', storage)).toEqual([work]);
	expect(await sendOwnFiles('lou', storage, server, work)).toEqual({ kind: 'sent', taken: 3 });
	const address = `/api/works/${work}/files/${pictureFile.sha256}`;
	expect(fromBase64(contents.get(address) ?? '')).toEqual(ONE_PIXEL_PNG);
	expect(await sendOwnFiles('lou', storage, server, work)).toEqual({ kind: 'sent', taken: null });
	expect(requests).toEqual([`PUT ${address}`]);
	expect(await findWorksWithUnsentFiles('lou', storage)).toEqual([]);
	expect((await downloadOwnFile('lou', work, pictureFile, server))?.bytes).toEqual(ONE_PIXEL_PNG);
	storage.close();
});

test('a refused picture stays unsent, and a picture whose bytes are on another machine is not sent', async () => {
	const { storage, work } = await createWorkWithPicture('noor');
	const { server } = createTestServer('account-full');
	expect(await sendOwnFiles('noor', storage, server, work)).toMatchObject({ kind: 'refused', reason: 'account-full' });
	expect(await findWorksWithUnsentFiles('noor', storage)).toEqual([work]);
	storage.close();
	const workWithoutBytes = await createWorkWithPicture('mia', null);
	const testServer = createTestServer();
	expect(await sendOwnFiles('mia', workWithoutBytes.storage, testServer.server, workWithoutBytes.work)).toEqual({
		kind: 'sent',
		taken: null
	});
	expect(testServer.asked).toEqual([]);
	expect(await findWorksWithUnsentFiles('mia', workWithoutBytes.storage)).toEqual([]);
	workWithoutBytes.storage.close();
});

test('a downloaded file whose bytes do not match its description is rejected', async () => {
	const { kept: contents, server } = createTestServer();
	contents.set(`/api/works/w/files/${pictureFile.sha256}`, toBase64(createTestPicture('png', 3, 3)));
	expect(await downloadOwnFile('lou', 'w', pictureFile, server)).toBeUndefined();
});

test('a visitor’s pictures go with their works into the account', async () => {
	const { storage, work } = await createWorkWithPicture(null);
	storage.close();
	expect(await moveVisitorWorks('zoe', [work])).toEqual([work]);
	expect(await readOwnFile('zoe', pictureFile.sha256)).toEqual(ONE_PIXEL_PNG);
});

test('a sender reports why a picture waits, until the picture is sent', async () => {
	vi.stubGlobal('navigator', { onLine: true });
	const { storage, work } = await createWorkWithPicture('eli');
	const testServer = createTestServer();
	const troubles: (SyncTrouble | null)[] = [];
	let fileRefusal: 'account-full' | null = 'account-full';
	const server = {
		...testServer.server,
		put: async ({ head }: SentWork) => ({ format: 1 as const, kind: 'stored' as const, head, authors: [], taken: 1 }),
		putFile: (...values: Parameters<WorkServerClient['putFile']>) =>
			fileRefusal === null
				? testServer.server.putFile(...values)
				: Promise.resolve({ format: 1 as const, kind: 'refused' as const, reason: fileRefusal })
	};
	const sender = createWorkSender({
		account: 'eli',
		storage,
		server,
		ontrouble: (trouble) => troubles.push(trouble),
		sendFiles: (id) => sendOwnFiles('eli', storage, server, id),
		findWorksWithUnsentFiles: () => findWorksWithUnsentFiles('eli', storage)
	});
	await sender.sendWorks();
	expect(troubles.at(-1)).toEqual({ reason: 'account-full', work });
	fileRefusal = null;
	await sender.sendWorks();
	expect(troubles.at(-1)).toBeNull();
	expect([...testServer.kept.keys()]).toEqual([`/api/works/${work}/files/${pictureFile.sha256}`]);
	sender.stop();
	storage.close();
	vi.unstubAllGlobals();
});

test('versions are sent without waiting for a picture that is on its way or has failed', async () => {
	vi.stubGlobal('navigator', { onLine: true });
	const { storage, work } = await createWorkWithPicture('ivy');
	const storedHeads: string[] = [];
	let answerFile: (answer: StoreFileResult) => void = () => undefined;
	const server = {
		...createTestServer().server,
		put: async ({ head }: SentWork) => {
			storedHeads.push(head);
			return { format: 1 as const, kind: 'stored' as const, head, authors: [], taken: 1 };
		},
		putFile: () => new Promise<StoreFileResult>((resolve) => (answerFile = resolve))
	};
	const sender = createWorkSender({
		account: 'ivy',
		storage,
		server,
		ontrouble: () => undefined,
		sendFiles: (id) => sendOwnFiles('ivy', storage, server, id)
	});
	await sender.sendVersions(work);
	expect(storedHeads).toHaveLength(1);
	// Save another version while the file is still being sent.
	await saveText(storage, work, { 'main.ts': '1', 'cat.png': formatOwnFile(pictureFile) });
	await sender.sendVersions(work);
	expect(storedHeads).toHaveLength(2);
	answerFile({ kind: 'unanswered', reason: 'unreachable' });
	await sender.sendWaitingOwnFiles();
	await saveText(storage, work, { 'main.ts': '2', 'cat.png': formatOwnFile(pictureFile) });
	await sender.sendVersions(work);
	expect(storedHeads).toHaveLength(3);
	sender.stop();
	storage.close();
	vi.unstubAllGlobals();
});

test('a server that lost a work gets its pictures again', async () => {
	vi.stubGlobal('navigator', { onLine: true });
	const { storage, work } = await createWorkWithPicture('ode');
	const testServer = createTestServer();
	let hasLostWork = false;
	const server = {
		...testServer.server,
		put: async ({ head, expected }: SentWork) =>
			hasLostWork && expected !== null
				? { format: 1 as const, kind: 'refused' as const, reason: 'absent' as const }
				: { format: 1 as const, kind: 'stored' as const, head, authors: [], taken: 1 }
	};
	const sender = createWorkSender({
		account: 'ode',
		storage,
		server,
		ontrouble: () => undefined,
		sendFiles: (id) => sendOwnFiles('ode', storage, server, id),
		forgetSentFiles: (id) => forgetSentFiles('ode', id)
	});
	await sender.sendWorks();
	hasLostWork = true;
	const loadedWork = await storage.loadWork(work);
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.reason);
	await storage.saveContent(
		work,
		createTestContent({ 'main.ts': '1', 'cat.png': formatOwnFile(pictureFile) }),
		loadedWork.baseVersion
	);
	await sender.sendWorks(work);
	const putRequest = `PUT /api/works/${work}/files/${pictureFile.sha256}`;
	expect(testServer.asked).toEqual([putRequest, putRequest]);
	sender.stop();
	storage.close();
	vi.unstubAllGlobals();
});

test('a picture that only an earlier version on the server names still counts as unsent', async () => {
	const { storage, work } = await createWorkWithPicture('pia');
	await sendVersion('pia', storage, work);
	await saveText(storage, work, { 'main.ts': '' });
	expect(await findWorksWithUnsentFiles('pia', storage)).toEqual([work]);
	storage.close();
});

test('a picture is sent only once a version on the server names it', async () => {
	const { storage, work } = await createWorkWithPicture('uma');
	await saveText(storage, work, { 'main.ts': '' });
	await sendVersion('uma', storage, work);
	const { asked: requests, server } = createTestServer();
	// An earlier page may have sent own files that only this browser's history names; the server does not keep them.
	await markOwnFileSent('uma', work, pictureFile.sha256);
	await sendOwnFiles('uma', storage, server, work);
	expect(await findWorksWithUnsentFiles('uma', storage)).toEqual([]);
	expect(requests).toEqual([]);
	await saveText(storage, work, { 'main.ts': '', 'cat.png': formatOwnFile(pictureFile) });
	await sendVersion('uma', storage, work);
	await sendOwnFiles('uma', storage, server, work);
	expect(requests).toEqual([`PUT /api/works/${work}/files/${pictureFile.sha256}`]);
	storage.close();
});
