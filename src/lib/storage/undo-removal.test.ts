import { afterEach, expect, test, vi } from 'vitest';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { readAssignment, storeAssignment } from './assignments.ts';
import { openStorage } from './open.ts';
import { readPortfolioChoice, savePortfolioChoice } from './portfolio-choice.ts';
import { startWithEmptyIndexedDb } from './testing/indexed-db.ts';
import { undoRemoval } from './undo-removal.ts';

startWithEmptyIndexedDb();
afterEach(() => vi.unstubAllGlobals());

async function removeAssignedWork() {
	stubLocalStorage();
	const account = crypto.randomUUID();
	const storage = await openStorage({ account });
	const content = { files: { 'main.ts': '' }, steps: null, decision: null, project: null };
	const createdWork = await storage.createWork({ kind: 'project', challenge: null, language: 'fr' }, content);
	if (createdWork.kind === 'failed') throw new Error(createdWork.message);
	const workId = createdWork.work.id;
	savePortfolioChoice(account, [
		{ work: 'other', sentence: 'Un autre.' },
		{ work: workId, sentence: 'Mon jeu.' }
	]);
	await storeAssignment(account, { id: 'a', told: {}, work: workId });
	await storeAssignment(account, { id: 'b', told: {}, work: 'other' });
	const removedWork = await storage.removeWork(workId);
	if (removedWork.kind === 'failed') throw new Error(removedWork.message);
	return { account, storage, workId, removedWork };
}
async function listWorkIds(storage: Awaited<ReturnType<typeof openStorage>>): Promise<string[]> {
	const listResult = await storage.listWorks();
	return listResult.kind === 'listed' ? listResult.works.map(({ work }) => work.id) : [];
}

test('a work restored under a new id stays in the portfolio choice and bound to its assignment', async () => {
	const { account, storage, workId, removedWork } = await removeAssignedWork();
	await storage.outbox.noteRemovalSent(workId, true);
	await undoRemoval(storage, removedWork);
	const [restoredId = ''] = await listWorkIds(storage);
	expect(restoredId).not.toBe(workId);
	expect(readPortfolioChoice(account)).toEqual([
		{ work: 'other', sentence: 'Un autre.' },
		{ work: restoredId, sentence: 'Mon jeu.' }
	]);
	expect(await readAssignment(account, 'a')).toEqual({ told: {}, work: restoredId, bound: false, instead: workId });
	expect(await readAssignment(account, 'b')).toMatchObject({ work: 'other', bound: true });
	storage.close();
});

test('a work restored under its own id stays bound to its assignment', async () => {
	const { account, storage, workId, removedWork } = await removeAssignedWork();
	await undoRemoval(storage, removedWork);
	expect(await listWorkIds(storage)).toEqual([workId]);
	expect(await readAssignment(account, 'a')).toMatchObject({ work: workId, bound: true });
	storage.close();
});
