import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { describeOwnFile } from '#lib/domain/own-file/content-hash.ts';
import { ownFilesOf, formatOwnFile, type FileOrigin } from '#lib/domain/own-file/own-file.ts';
import { readPictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { createStorageFailure } from '#lib/storage/failure.ts';
import { createMemoryRows } from '#lib/storage/memory.ts';
import { createStorage, openStorage } from '#lib/storage/open.ts';
import { readOwnFile } from '#lib/storage/own-files.ts';
import type { WorkStorage } from '#lib/storage/storage.ts';
import { syncApi } from '#lib/wire/sync.ts';
import { storeRemix, type ExhibitToRemix } from './remix.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

function createOwnPicture(origin: FileOrigin) {
	const header = readPictureHeader(ONE_PIXEL_PNG);
	if (!header) throw new Error('This is no picture.');
	return describeOwnFile(ONE_PIXEL_PNG, header, origin);
}
const foundOrigin: FileOrigin = { kind: 'found', where: 'wikimedia.org', licence: 'cc-by' };
const picture = createOwnPicture({ kind: 'mine' });

const createExhibit = (more: Partial<ExhibitToRemix> = {}): ExhibitToRemix => ({
	classId: 'class',
	exhibit: 'exhibit',
	title: 'Chats',
	files: {
		'main.ts': 'draw();',
		'cat.png': formatOwnFile(picture),
		'sea.png': formatOwnFile(createOwnPicture(foundOrigin))
	},
	copyAddress: '/api/walls/class/exhibits/exhibit',
	language: 'fr',
	...more
});

let accountCount = 0;
let storage: WorkStorage;
beforeEach(async () => (storage = await openStorage({ account: `noor-${++accountCount}` })));
afterEach(() => {
	storage.close();
	vi.unstubAllGlobals();
});

const createFakeFetch = (body: unknown) => vi.fn(() => Promise.resolve(Response.json(body)));
const createFakePictureFetch = () =>
	createFakeFetch({ format: syncApi.format, kind: 'file', content: toBase64(Uint8Array.from(ONE_PIXEL_PNG)) });
const listWorks = async () => {
	const listResult = await storage.listWorks();
	return listResult.kind === 'listed' ? listResult.works : [];
};

test('a remix has the files of its original, refers to it, and claims no picture as its own', async () => {
	const fakeFetch = createFakePictureFetch();
	vi.stubGlobal('fetch', fakeFetch);
	const result = await storeRemix(createExhibit(), storage);
	const [work] = await listWorks();
	expect(result).toEqual({ kind: 'made', workId: work?.work.id });
	expect(work?.openVersion).toMatchObject({
		parent: null,
		files: { 'main.ts': 'draw();' },
		project: { title: 'Chats', card: null, remixOf: { classId: 'class', exhibit: 'exhibit' } }
	});
	expect(await storage.loadWork(work?.work.id ?? '')).toMatchObject({ foreignSource: 'wall' });
	const ownFiles = ownFilesOf(work?.openVersion?.files ?? {});
	expect(ownFiles.get('cat.png')?.origin).toMatchObject({ kind: 'found', licence: 'unknown' });
	expect(ownFiles.get('sea.png')?.origin).toEqual(foundOrigin);
	expect(await readOwnFile(storage.account, picture.sha256)).toEqual(ONE_PIXEL_PNG);
	expect(fakeFetch).toHaveBeenCalledWith(
		`/api/walls/class/exhibits/exhibit/files/${picture.sha256}`,
		expect.objectContaining({ cache: 'no-store' })
	);

	// Own files that are already in this browser are not fetched again.
	vi.stubGlobal('fetch', createFakeFetch({}));
	expect(await storeRemix(createExhibit(), storage)).toMatchObject({ kind: 'made' });
});

test.each([
	['the network is lost', () => Promise.reject(new TypeError('Failed to fetch'))],
	[
		'a picture has not reached the server',
		createFakeFetch({ format: syncApi.format, kind: 'refused', reason: 'absent' })
	],
	['a proxy answers instead of the server', () => Promise.resolve(new Response('<html>'))],
	[
		'the bytes are not those of the picture',
		createFakeFetch({ format: syncApi.format, kind: 'file', content: toBase64(Uint8Array.of(1, 2)) })
	]
])('no remix is made when %s', async (_, fetch) => {
	vi.stubGlobal('fetch', fetch);
	const result = await storeRemix(createExhibit(), storage);
	expect(result.kind).toBe('failed');
	expect(await listWorks()).toEqual([]);
	expect(await readOwnFile(storage.account, picture.sha256)).toBeUndefined();
});

test('no remix is made when the browser stores nothing', async () => {
	const memoryStorage = createStorage(createMemoryRows(), { kind: 'memory', failure: createStorageFailure('refused') });
	const result = await storeRemix(createExhibit({ files: { 'main.ts': '' } }), memoryStorage);
	expect(result.kind).toBe('failed');
	expect(await memoryStorage.listWorks()).toMatchObject({ works: [] });
	memoryStorage.close();
});
