/** Tests the authors of works in a browser: joining, separating, and forgetting the other's decisions. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SyncAnswer, ReadWorkAnswer } from '#lib/wire/sync.ts';
import type { Decision, Version } from '#lib/domain/work.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { openStorage } from '../open.ts';
import { setPersonOfPage } from '../person.ts';
import type { WorkContent, LoadedWork, WorkStorage } from '../storage.ts';

const PAIR = { id: 'pair', other: { id: 'noe', name: 'Noé' } };
const decisionOf = (position: string): Decision => ({ option: null, position });
const text = (main: string, more: Partial<WorkContent> = {}): WorkContent => ({
	files: { 'main.ts': main },
	steps: null,
	decision: null,
	project: null,
	...more
});
let machines = 0;
let storage: WorkStorage;

beforeEach(async () => {
	stubLocalStorage();
	setPersonOfPage('lou');
	storage = await openStorage({ name: `machine-${++machines}`, account: 'lou' });
});
afterEach(() => {
	storage.close();
	vi.unstubAllGlobals();
});

async function begin(content = text('start')): Promise<LoadedWork> {
	const createdWork = await storage.createWork({ kind: 'project', challenge: null, language: 'fr' }, content);
	if (createdWork.kind === 'failed') throw new Error(createdWork.message);
	return createdWork;
}
async function compose(work: string) {
	const request = await storage.outbox.composeRequest('lou', work, true);
	if (request === null || 'kind' in request) throw new Error('Nothing to send');
	return request;
}
async function send(work: string, authors: string[]) {
	const request = await compose(work);
	const answer: SyncAnswer = { format: 1, kind: 'stored', head: request.head, authors };
	await storage.outbox.applyAnswer(request, answer);
	return request;
}
async function save(loadedWork: LoadedWork, content: WorkContent, options = {}) {
	const saveResult = await storage.saveContent(loadedWork.work.id, content, loadedWork.baseVersion, {
		sealsVersion: true,
		...options
	});
	if (saveResult.kind === 'failed') throw new Error(saveResult.message);
	return saveResult.baseVersion;
}
async function load(work: string): Promise<LoadedWork> {
	const loadedWork = await storage.loadWork(work);
	if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
	return loadedWork;
}

test('a work begun alone names nobody; one that two begin names both, with the pair at the machine', async () => {
	const alone = await begin();
	expect((await compose(alone.work.id)).work).not.toHaveProperty('authors');
	setPersonOfPage('lou', PAIR);
	const both = await begin();
	expect(await compose(both.work.id)).toMatchObject({ pair: 'pair', work: { authors: ['lou', 'noe'] } });
	expect((await compose(alone.work.id)).work, 'who sits down makes nothing theirs').not.toHaveProperty('authors');
});

test('begun alone, it is both’s from a version on that is sent, whatever the server said of what was sent before', async () => {
	const loadedWork = await begin();
	const before = await compose(loadedWork.work.id);
	setPersonOfPage('lou', PAIR);
	const base = await save(loadedWork, text('start'), { sharesWithPair: true });
	await storage.outbox.applyAnswer(before, { format: 1, kind: 'stored', head: before.head, authors: ['lou'] });
	expect((await load(loadedWork.work.id)).work.authors).toEqual(['lou', 'noe']);
	const request = await send(loadedWork.work.id, ['lou', 'noe']);
	expect(request).toMatchObject({ head: base, work: { authors: ['lou', 'noe'] }, versions: [{ id: base }] });
});

test('the server’s word is the last: the pair had ended, or they went on apart', async () => {
	setPersonOfPage('lou', PAIR);
	const { work } = await begin();
	await send(work.id, ['lou']);
	expect((await load(work.id)).work.authors).toEqual(['lou']);
	await storage.outbox.adoptAuthors([{ id: work.id, authors: ['lou', 'noe'] }]);
	expect((await load(work.id)).work.authors).toEqual(['lou', 'noe']);
	await storage.outbox.adoptAuthors([{ id: work.id, authors: ['lou'] }]);
	expect((await load(work.id)).work.authors).toEqual(['lou']);
});

test('a refusal because of who sits here keeps what waits, and it is sent for who is here then', async () => {
	setPersonOfPage('lou', PAIR);
	const { work } = await begin();
	const request = await compose(work.id);
	const refusal: SyncAnswer = { format: 1, kind: 'refused', reason: 'other-pair' };
	expect(await storage.outbox.applyAnswer(request, refusal)).toEqual({ kind: 'refused', reason: 'other-pair' });
	setPersonOfPage('lou');
	const again = await compose(work.id);
	expect(again.head).toBe(request.head);
	expect(again).not.toHaveProperty('pair');
});

test('the other’s decision is not kept here once they are gone, unless it waits', async () => {
	setPersonOfPage('lou', PAIR);
	const others = { noe: decisionOf('of Noé') };
	const loadedWork = await begin(text('start', { decision: decisionOf('mine'), others }));
	await send(loadedWork.work.id, ['lou', 'noe']);
	const waitingWork = await begin(text('waits', { others }));
	await storage.outbox.forgetOthersDecisions();
	expect((await load(loadedWork.work.id)).version).toMatchObject({ decision: decisionOf('mine') });
	expect(JSON.stringify(await storage.rowsOf(loadedWork.work.id))).not.toContain('of Noé');
	expect((await load(waitingWork.work.id)).version.others).toEqual(others);
	// When both sit together again, the server's answer brings the other's decision along.
	const { work, version } = await load(loadedWork.work.id);
	const answer: Extract<ReadWorkAnswer, { kind: 'work' }> = {
		format: 1,
		kind: 'work',
		work,
		versions: [{ ...version, others }]
	};
	await storage.outbox.applyReceived(answer);
	expect((await load(loadedWork.work.id)).version.others).toEqual(others);
});

test('they went on apart: what is here goes on in the copy, and what waited stands beside it', async () => {
	setPersonOfPage('lou', PAIR);
	const loadedWork = await begin();
	await send(loadedWork.work.id, ['lou', 'noe']);
	const { work } = loadedWork;
	const copiedVersion: Version = { ...loadedWork.version, id: 'copied', work: 'copy', parent: loadedWork.baseVersion };
	const copy = { ...work, id: 'copy', head: 'copied', authors: ['lou'] };
	await storage.outbox.applyReceived({ format: 1, kind: 'work', work: copy, versions: [copiedVersion] });
	await save(await load(work.id), text('not sent yet'));
	expect(await storage.outbox.moveIntoCopy(work.id, 'copy')).toBe(true);
	expect((await storage.loadWork(work.id)).kind).toBe('failed');
	const now = await load('copy');
	expect(now).toMatchObject({
		partedVersion: 'copied',
		version: { work: 'copy', parent: null, files: { 'main.ts': 'not sent yet' } }
	});
	const history = await storage.history('copy');
	expect(history.kind === 'history' && history.versions.map(({ files }) => files['main.ts'])).toContain('start');
	const request = await compose('copy');
	expect(request).toMatchObject({ expected: 'copied', versions: [{ id: now.baseVersion, parent: null }] });
	expect(request.versions).toHaveLength(1);
});

test('nothing waited: the copy opens, and nothing stands against it', async () => {
	setPersonOfPage('lou', PAIR);
	const loadedWork = await begin();
	await send(loadedWork.work.id, ['lou', 'noe']);
	const copiedVersion: Version = { ...loadedWork.version, id: 'copied', work: 'copy', parent: loadedWork.baseVersion };
	const copy = { ...loadedWork.work, id: 'copy', head: 'copied', authors: ['lou'] };
	await storage.outbox.applyReceived({ format: 1, kind: 'work', work: copy, versions: [copiedVersion] });
	await storage.outbox.moveIntoCopy(loadedWork.work.id, 'copy');
	expect(await load('copy')).toMatchObject({ baseVersion: 'copied', partedVersion: null, isSent: true });
	expect(await storage.outbox.composeRequest('lou', 'copy', false)).toBeNull();
});
