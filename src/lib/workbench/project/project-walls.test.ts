import { afterEach, expect, test, vi } from 'vitest';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import { readCovers, saveCover } from '#lib/storage/covers.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import { wallApi, type OwnWall } from '#lib/wire/wall.ts';
import type { ProjectSession } from './project-session.svelte.ts';
import { ProjectWalls } from './project-walls.svelte.ts';

startWithEmptyIndexedDb();
afterEach(() => vi.unstubAllGlobals());

const WALL: OwnWall = { id: 'class', name: '2de 4', isOpen: true, exhibit: null, portfolio: null };

/** Opens the walls of a project whose program does not play, so that its cover is the stored one. */
function createProjectWalls(account: string) {
	const sentBodies: unknown[] = [];
	vi.stubGlobal('fetch', (_address: string, init?: RequestInit) => {
		if (init?.method === 'PUT') sentBodies.push(JSON.parse(String(init.body)));
		return Promise.resolve(Response.json({ format: wallApi.format, kind: 'put-up', exhibit: 'exhibit' }));
	});
	const savedWork = { workId: 'work', sealContent: () => Promise.resolve('version') };
	const session = { program: null, savedWork, currentContent: () => ({}) } as unknown as ProjectSession;
	return { walls: new ProjectWalls(session, account), sentBodies };
}

test('a cover is put up with its maker’s description, prefilled from the program and stored', async () => {
	const { walls, sentBodies } = createProjectWalls('ada');
	await saveCover('ada', 'work', { picture: new Blob(['picture']), description: 'Un rond.' });
	await walls.loadCoverDescription();
	expect(walls.coverDescription).toBe('Un rond.');
	walls.coverDescription = `Un rond\norange. ${'x'.repeat(WALL_LIMITS.description)}`;
	await walls.putOnWall(WALL, '');
	const [{ cover }] = sentBodies as [{ cover: { description: string } }];
	expect(cover.description).toMatch(/^Un rond orange\. x+$/);
	expect(cover.description).toHaveLength(WALL_LIMITS.description);
	expect((await readCovers('ada')).get('work')?.description).toContain('orange');
});

test('a project without a picture is put up without a cover or description', async () => {
	const { walls, sentBodies } = createProjectWalls('bob');
	await walls.loadCoverDescription();
	expect(walls.coverDescription).toBeNull();
	await walls.putOnWall(WALL, '');
	expect(sentBodies).toMatchObject([{ cover: null }]);
});
