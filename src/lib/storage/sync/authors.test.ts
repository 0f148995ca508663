import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SyncAnswer, ReadWorkAnswer } from '#lib/wire/sync.ts';
import type { Decision, Version } from '#lib/domain/work.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { openStorage } from '../open.ts';
import { setPersonOfPage } from '../person.ts';
import type { WorkContent, LoadedWork, WorkStorage } from '../storage.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

const PAIR = { id: 'pair', other: { id: 'noe', name: 'Noé' } };
const createTestDecision = (position: string): Decision => ({ option: null, position });
const createTestContent = (main: string, more: Partial<WorkContent> = {}): WorkContent => ({
	files: { 'main.ts': main },
	steps: null,
	decision: null,
	project: null,
	...more
});
let machineCount = 0;
let storage: WorkStorage;

beforeEach(async () => {
	stubLocalStorage();
	setPersonOfPage('lou');
	storage = await openStorage({ name: `authors-${++machineCount}`, account: 'lou' });
});
afterEach(() => {
	storage.close();
	vi.unstubAllGlobals();
});

async function createTestWork(content = createTestContent('start')): Promise<LoadedWork> {
	const createdWork = await storage.createWork({ kind: 'project', challenge: null, language: 'fr' }, content);
	if (createdWork.kind === 'failed') throw new Error(createdWork.message);
	return createdWork;
}
async function composeTestRequest(workId: string) {
	const request = await storage.outbox.composeRequest('lou', workId, true);
	if (request === null || 'kind' in request) throw new Error('Nothing to send');
	return request;
}
async function sendWork(workId: string, authors: string[]) {
	const request = await composeTestRequest(workId);
	const answer: SyncAnswer = { format: 1, kind: 'stored', head: request.head, authors };
	await storage.outbox.applyAnswer(request, answer);
	return request;
}
async function saveSealedVersion(loadedWork: LoadedWork, content: WorkContent, options = {}) {
	const saveResult = await storage.saveContent(loadedWork.work.id, content, loadedWork.baseVersion, {
		sealsVersion: true,
		...options
	});
	if (saveResult.kind === 'failed') throw new Error(saveResult.message);
	return saveResult.baseVersion;
}
async function loadTestWork(workId: string): Promise<LoadedWork> {
	const loadedWork = await storage.loadWork(workId);
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
	return loadedWork;
}

test('a work begun alone names no authors, a work begun by a pair both authors and the pair', async () => {
	const workBegunAlone = await createTestWork();
	expect((await composeTestRequest(workBegunAlone.work.id)).work).not.toHaveProperty('authors');
	setPersonOfPage('lou', PAIR);
	const workOfPair = await createTestWork();
	expect(await composeTestRequest(workOfPair.work.id)).toMatchObject({
		pair: 'pair',
		work: { authors: ['lou', 'noe'] }
	});
	expect(
		(await composeTestRequest(workBegunAlone.work.id)).work,
		'who sits down makes nothing theirs'
	).not.toHaveProperty('authors');
});

test('a work begun alone is shared from the version that a pair saves, despite an earlier answer', async () => {
	const loadedWork = await createTestWork();
	const requestBefore = await composeTestRequest(loadedWork.work.id);
	setPersonOfPage('lou', PAIR);
	const sharedVersionId = await saveSealedVersion(loadedWork, createTestContent('start'), { sharesWithPair: true });
	await storage.outbox.applyAnswer(requestBefore, {
		format: 1,
		kind: 'stored',
		head: requestBefore.head,
		authors: ['lou']
	});
	expect((await loadTestWork(loadedWork.work.id)).work.authors).toEqual(['lou', 'noe']);
	const request = await sendWork(loadedWork.work.id, ['lou', 'noe']);
	expect(request).toMatchObject({
		head: sharedVersionId,
		work: { authors: ['lou', 'noe'] },
		versions: [{ id: sharedVersionId }]
	});
});

test('the authors that the server answers or lists replace those stored in the browser', async () => {
	setPersonOfPage('lou', PAIR);
	const { work } = await createTestWork();
	await sendWork(work.id, ['lou']);
	expect((await loadTestWork(work.id)).work.authors).toEqual(['lou']);
	await storage.outbox.adoptAuthors([{ id: work.id, authors: ['lou', 'noe'] }]);
	expect((await loadTestWork(work.id)).work.authors).toEqual(['lou', 'noe']);
	await storage.outbox.adoptAuthors([{ id: work.id, authors: ['lou'] }]);
	expect((await loadTestWork(work.id)).work.authors).toEqual(['lou']);
});

test('a version refused because of the pair waits, and its next request names no pair', async () => {
	setPersonOfPage('lou', PAIR);
	const { work } = await createTestWork();
	const request = await composeTestRequest(work.id);
	const refusedAnswer: SyncAnswer = { format: 1, kind: 'refused', reason: 'other-pair' };
	expect(await storage.outbox.applyAnswer(request, refusedAnswer)).toEqual({ kind: 'refused', reason: 'other-pair' });
	setPersonOfPage('lou');
	const nextRequest = await composeTestRequest(work.id);
	expect(nextRequest.head).toBe(request.head);
	expect(nextRequest).not.toHaveProperty('pair');
});

test('the second student’s decision is forgotten after the pair ends, unless it waits to be sent', async () => {
	setPersonOfPage('lou', PAIR);
	const othersDecisions = { noe: createTestDecision('of Noé') };
	const loadedWork = await createTestWork(
		createTestContent('start', { decision: createTestDecision('mine'), others: othersDecisions })
	);
	await sendWork(loadedWork.work.id, ['lou', 'noe']);
	const waitingWork = await createTestWork(createTestContent('waits', { others: othersDecisions }));
	await storage.outbox.forgetOthersDecisions();
	expect((await loadTestWork(loadedWork.work.id)).version).toMatchObject({ decision: createTestDecision('mine') });
	expect(JSON.stringify(await storage.readRowsOfWork(loadedWork.work.id))).not.toContain('of Noé');
	expect((await loadTestWork(waitingWork.work.id)).version.others).toEqual(othersDecisions);
	// When the pair sits together again, the server's answer brings the other student's decision along.
	const { work, version } = await loadTestWork(loadedWork.work.id);
	const answer: Extract<ReadWorkAnswer, { kind: 'work' }> = {
		format: 1,
		kind: 'work',
		work,
		versions: [{ ...version, others: othersDecisions }]
	};
	await storage.outbox.applyFetchedWork(answer);
	expect((await loadTestWork(loadedWork.work.id)).version.others).toEqual(othersDecisions);
});

test('after a separation the work moves into the copy, and unsent versions are in conflict with it', async () => {
	setPersonOfPage('lou', PAIR);
	const loadedWork = await createTestWork();
	await sendWork(loadedWork.work.id, ['lou', 'noe']);
	const { work } = loadedWork;
	const copiedVersion: Version = { ...loadedWork.version, id: 'copied', work: 'copy', parent: loadedWork.baseVersion };
	const copiedWork = { ...work, id: 'copy', head: 'copied', authors: ['lou'] };
	const copyAnswer: ReadWorkAnswer = { format: 1, kind: 'work', work: copiedWork, versions: [copiedVersion] };
	await storage.outbox.applyFetchedWork(copyAnswer);
	await saveSealedVersion(await loadTestWork(work.id), createTestContent('not sent yet'));
	expect(await storage.outbox.moveWorkIntoCopy(work.id, 'copy')).toBe(true);
	expect((await storage.loadWork(work.id)).kind).toBe('failed');
	const openedCopy = await loadTestWork('copy');
	expect(openedCopy).toMatchObject({
		conflictVersion: 'copied',
		version: { work: 'copy', parent: null, files: { 'main.ts': 'not sent yet' } }
	});
	const history = await storage.history('copy');
	expect(history.kind === 'history' && history.versions.map(({ files }) => files['main.ts'])).toContain('start');
	const request = await composeTestRequest('copy');
	expect(request).toMatchObject({ expected: null, versions: [{ id: openedCopy.baseVersion, parent: null }] });
	expect(request.versions).toHaveLength(1);
	// The server keeps the copy's head, because the request did not expect it: the author still has to choose.
	const conflictAnswer: SyncAnswer = { format: 1, kind: 'conflict', head: 'copied', versions: [copiedVersion] };
	expect(await storage.outbox.applyAnswer(request, conflictAnswer)).toEqual({ kind: 'parted', version: 'copied' });
	expect(await loadTestWork('copy')).toMatchObject({ baseVersion: openedCopy.baseVersion, conflictVersion: 'copied' });
	expect(await storage.outbox.composeRequest('lou', 'copy', true)).toBeNull();
	await storage.outbox.settleConflict('copy');
	await storage.adoptVersion('copy', openedCopy.baseVersion);
	expect(await composeTestRequest('copy')).toMatchObject({ expected: 'copied', head: openedCopy.baseVersion });
	// A fetch that began before the choice does not restore the conflict.
	expect(await storage.outbox.applyFetchedWork(copyAnswer, null)).toEqual({ kind: 'again' });
	expect(await loadTestWork('copy')).toMatchObject({ conflictVersion: null });
});

test('after a separation without unsent versions, the copy opens without a conflict', async () => {
	setPersonOfPage('lou', PAIR);
	const loadedWork = await createTestWork();
	await sendWork(loadedWork.work.id, ['lou', 'noe']);
	const copiedVersion: Version = { ...loadedWork.version, id: 'copied', work: 'copy', parent: loadedWork.baseVersion };
	const copiedWork = { ...loadedWork.work, id: 'copy', head: 'copied', authors: ['lou'] };
	await storage.outbox.applyFetchedWork({ format: 1, kind: 'work', work: copiedWork, versions: [copiedVersion] });
	await storage.outbox.moveWorkIntoCopy(loadedWork.work.id, 'copy');
	expect(await loadTestWork('copy')).toMatchObject({ baseVersion: 'copied', conflictVersion: null, isSent: true });
	expect(await storage.outbox.composeRequest('lou', 'copy', false)).toBeNull();
});
