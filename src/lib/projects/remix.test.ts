import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { describeContent } from '#lib/domain/own-file/content-hash.ts';
import { ownFilesOf, formatOwnFile, type FileOrigin } from '#lib/domain/own-file/own-file.ts';
import { readPictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { createFailure } from '#lib/storage/failure.ts';
import { createMemoryRows } from '#lib/storage/memory.ts';
import { createStorage, openStorage } from '#lib/storage/open.ts';
import { readOwnFile } from '#lib/storage/own-files.ts';
import type { WorkStorage } from '#lib/storage/storage.ts';
import { syncApi } from '#lib/wire/sync.ts';
import { storeRemix, type ExhibitToRemix } from './remix.ts';

function pictureOf(origin: FileOrigin) {
	const header = readPictureHeader(ONE_PIXEL_PNG);
	if (!header) throw new Error('This is no picture.');
	return describeContent(ONE_PIXEL_PNG, header, origin);
}
const foundOrigin: FileOrigin = { kind: 'found', where: 'wikimedia.org', licence: 'cc-by' };
const picture = pictureOf({ kind: 'mine' });

const source = (more: Partial<ExhibitToRemix> = {}): ExhibitToRemix => ({
	classId: 'class',
	exhibit: 'exhibit',
	title: 'Chats',
	files: { 'main.ts': 'draw();', 'cat.png': formatOwnFile(picture), 'sea.png': formatOwnFile(pictureOf(foundOrigin)) },
	copy: '/api/walls/class/exhibits/exhibit',
	language: 'fr',
	...more
});

let accounts = 0;
let storage: WorkStorage;
beforeEach(async () => (storage = await openStorage({ account: `noor-${++accounts}` })));
afterEach(() => {
	storage.close();
	vi.unstubAllGlobals();
});

const answer = (body: unknown) => vi.fn(() => Promise.resolve(Response.json(body)));
const withPicture = () =>
	answer({ format: syncApi.format, kind: 'file', content: toBase64(Uint8Array.from(ONE_PIXEL_PNG)) });
const works = async () => {
	const listResult = await storage.listWorks();
	return listResult.kind === 'listed' ? listResult.works : [];
};

test('a remix has the files and pictures of its original, says where it comes from, and claims no picture', async () => {
	const fakeFetch = withPicture();
	vi.stubGlobal('fetch', fakeFetch);
	const result = await storeRemix(source(), storage);
	const [work] = await works();
	expect(result).toEqual({ kind: 'made', work: work?.work.id });
	expect(work?.openVersion).toMatchObject({
		parent: null,
		files: { 'main.ts': 'draw();' },
		project: { title: 'Chats', card: null, remixOf: { classId: 'class', exhibit: 'exhibit' } }
	});
	const own = ownFilesOf(work?.openVersion?.files ?? {});
	expect(own.get('cat.png')?.origin).toMatchObject({ kind: 'found', licence: 'unknown' });
	expect(own.get('sea.png')?.origin).toEqual(foundOrigin);
	expect(await readOwnFile(storage.account, picture.sha256)).toEqual(ONE_PIXEL_PNG);
	expect(fakeFetch).toHaveBeenCalledWith(
		`/api/walls/class/exhibits/exhibit/files/${picture.sha256}`,
		expect.objectContaining({ cache: 'no-store' })
	);

	// What is here already is not asked for again.
	vi.stubGlobal('fetch', answer({}));
	expect(await storeRemix(source(), storage)).toMatchObject({ kind: 'made' });
});

test.each([
	['the network is lost', () => Promise.reject(new TypeError('Failed to fetch'))],
	['a picture has not reached the server', answer({ format: syncApi.format, kind: 'refused', reason: 'absent' })],
	['a proxy answers', () => Promise.resolve(new Response('<html>'))],
	['other bytes come', answer({ format: syncApi.format, kind: 'file', content: toBase64(Uint8Array.of(1, 2)) })]
])('nothing is made when %s', async (_, fetch) => {
	vi.stubGlobal('fetch', fetch);
	const result = await storeRemix(source(), storage);
	expect(result.kind).toBe('failed');
	expect(await works()).toEqual([]);
	expect(await readOwnFile(storage.account, picture.sha256)).toBeUndefined();
});

test('nothing is made where this browser keeps nothing', async () => {
	const inMemory = createStorage(createMemoryRows(), { kind: 'memory', failure: createFailure('refused') });
	const result = await storeRemix(source({ files: { 'main.ts': '' } }), inMemory);
	expect(result.kind).toBe('failed');
	expect(await inMemory.listWorks()).toMatchObject({ works: [] });
	inMemory.close();
});
