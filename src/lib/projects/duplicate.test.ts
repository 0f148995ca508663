import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { describeOwnFile } from '#lib/domain/own-file/content-hash.ts';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { readPictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { readCovers, saveCover } from '#lib/storage/covers.ts';
import { openStorage } from '#lib/storage/open.ts';
import type { ForeignProgramSource } from '#lib/storage/program-marks.ts';
import { storeOwnFile, readOwnFile } from '#lib/storage/own-files.ts';
import type { WorkStorage } from '#lib/storage/storage.ts';
import { syncApi } from '#lib/wire/sync.ts';
import { duplicateProject } from './duplicate.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

const pictureHeader = readPictureHeader(ONE_PIXEL_PNG);
if (!pictureHeader) throw new Error('This is no picture.');
const ownFile = describeOwnFile(ONE_PIXEL_PNG, pictureHeader, { kind: 'mine' });
const PROJECT_FILES = { 'main.ts': 'circle(1, 2, 3);', 'cat.png': formatOwnFile(ownFile) };
const card = { who: 'Inès', now: '', change: '', needed: '', notKept: '' };

let accountCount = 0;
let storage: WorkStorage;
beforeEach(async () => (storage = await openStorage({ account: `ada-${++accountCount}` })));
afterEach(() => {
	storage.close();
	vi.unstubAllGlobals();
});

async function storeProject(foreignSource?: ForeignProgramSource): Promise<string> {
	const result = await storage.createWork(
		{ kind: 'project', challenge: null, language: 'fr' },
		{ files: PROJECT_FILES, steps: null, decision: null, project: { title: 'Chats', card } },
		foreignSource
	);
	if (result.kind === 'failed') throw new Error(result.reason);
	return result.work.id;
}

const listProjects = async () => {
	const listResult = await storage.listWorks({ kind: 'project' });
	return listResult.kind === 'listed' ? listResult.works : [];
};

test('a duplicate has the same files, card and cover and a new title, and the original stays', async () => {
	const originalWorkId = await storeProject();
	await saveCover(storage.account, originalWorkId, { picture: new Blob(['a picture']), description: 'Un chat.' });
	const cover = (await readCovers(storage.account)).get(originalWorkId);
	await storeOwnFile(storage.account, ownFile.sha256, ONE_PIXEL_PNG);
	expect(await duplicateProject(storage, { workId: originalWorkId, titles: ['Chats'], cover })).toEqual({
		kind: 'made',
		title: 'Chats (2)'
	});
	const allProjects = await listProjects();
	const copiedProject = allProjects.find(({ work }) => work.id !== originalWorkId);
	expect(copiedProject?.openVersion).toMatchObject({
		parent: null,
		files: PROJECT_FILES,
		project: { title: 'Chats (2)', card }
	});
	expect(allProjects.find(({ work }) => work.id === originalWorkId)?.openVersion?.project?.title).toBe('Chats');
	expect(await storage.loadWork(copiedProject?.work.id ?? '')).toMatchObject({ foreignSource: null });
	expect((await readCovers(storage.account)).get(copiedProject?.work.id ?? '')?.description).toBe('Un chat.');
});

test('a duplicate of a project with a foreign program is marked as foreign too', async () => {
	await storeOwnFile(storage.account, ownFile.sha256, ONE_PIXEL_PNG);
	await duplicateProject(storage, { workId: await storeProject('wall'), titles: ['Chats'], cover: undefined });
	for (const { work } of await listProjects())
		expect(await storage.loadWork(work.id)).toMatchObject({ foreignSource: 'wall' });
});

test('a picture that only the server has is fetched before the project is duplicated', async () => {
	const answerBody = { format: syncApi.format, kind: 'file', content: toBase64(Uint8Array.from(ONE_PIXEL_PNG)) };
	vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answerBody)));
	expect(await duplicateProject(storage, { workId: await storeProject(), titles: [], cover: undefined })).toMatchObject(
		{
			kind: 'made'
		}
	);
	expect(await readOwnFile(storage.account, ownFile.sha256)).toEqual(ONE_PIXEL_PNG);
});

test('a project whose picture cannot be fetched is not duplicated, and a message says why', async () => {
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
	const result = await duplicateProject(storage, { workId: await storeProject(), titles: [], cover: undefined });
	expect(result).toEqual({ kind: 'failed', message: expect.stringContaining('pas dans ce navigateur') });
	expect(await listProjects()).toHaveLength(1);
});
