import { expect, test } from 'vitest';
import { coversDatabaseName, moveCovers, readCovers, removeCover, saveCover } from './covers.ts';
import { markAccountDeparted } from './person.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

const createTestCover = (pixels: string, description = '') => ({
	picture: new Blob([pixels], { type: 'image/webp' }),
	description
});

test('a cover is kept for its work and its person, until it is replaced or removed', async () => {
	await saveCover('lou', 'one', createTestCover('first', 'A red disc rises.'));
	await saveCover('lou', 'two', createTestCover('other'));
	await saveCover('lou', 'one', createTestCover('second', 'A blue disc rises.'));
	const covers = await readCovers('lou');
	expect([...covers.keys()]).toEqual(['one', 'two']);
	expect(covers.get('one')?.description).toBe('A blue disc rises.');
	expect(await covers.get('one')?.picture.text()).toBe('second');
	expect(await readCovers(null)).toEqual(new Map());
	await removeCover('lou', 'one');
	expect([...(await readCovers('lou')).keys()]).toEqual(['two']);
});

test('no cover is stored for a person who has left this computer', async () => {
	markAccountDeparted('nina');
	await saveCover('nina', 'one', createTestCover('late'));
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(coversDatabaseName('nina'));
});

test('covers move with the works that an account takes over', async () => {
	await saveCover(null, 'taken', createTestCover('taken'));
	await saveCover(null, 'left', createTestCover('left'));
	await moveCovers(null, 'noor', ['taken', 'without']);
	expect([...(await readCovers('noor')).keys()]).toEqual(['taken']);
	expect([...(await readCovers(null)).keys()]).toEqual(['left']);
});
