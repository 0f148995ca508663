import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Challenge } from '#lib/domain/challenge.ts';
import { createTestChallenge, exampleSteps } from '#lib/steps/fixtures/challenge.ts';
import { openStorage } from '#lib/storage/open.ts';
import { SavedWork } from '#lib/storage/saved-work.svelte.ts';
import { createTestSession } from '../session/testing.ts';
import { beginStepAgain } from './begin-again.ts';

beforeEach(() => {
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const START_FILES = { 'main.ts': 'export function price(minutes: number): number {\n}\n' };
const challenge = createTestChallenge([exampleSteps.arrange], {
	start: { fr: START_FILES, en: {} },
	surroundings: { 'checks/order.ts': '' }
});

async function beginSession(testChallenge: Challenge) {
	const storage = await openStorage({ account: null });
	const savedWork = new SavedWork(storage, { kind: 'challenge', challenge: null, language: 'fr' });
	const session = createTestSession(testChallenge);
	session.setSavedWork(savedWork);
	return { session, saved: savedWork };
}

test('beginning an arrange step again removes placed lines, keeps them in the history and can be undone', async () => {
	const { session, saved: savedWork } = await beginSession(challenge);
	await session.save({ sealsVersion: true });
	session.answers.arrangeLines([3, 1]);
	const arrangedFiles = session.files;

	const undo = await beginStepAgain(session);
	expect(session.files).toEqual(START_FILES);
	expect(session.answers.arrangement.placedLines).toEqual([]);
	expect((await savedWork.history()).map(({ files }) => files)).toContainEqual(arrangedFiles);

	undo?.();
	expect(session.files).toEqual(arrangedFiles);
	expect(session.answers.arrangement.placedLines).toEqual([3, 1]);
	expect(await beginStepAgain(session)).not.toBeNull();
	expect(await beginStepAgain(session)).toBeNull();
	savedWork.dispose();
});

test('a step with files of its own begins again with those files', async () => {
	const openingFiles = { 'main.ts': 'opened' };
	const testChallenge = createTestChallenge([exampleSteps.arrange, exampleSteps.build], {
		start: { fr: START_FILES, en: {} },
		opens: { fr: { [exampleSteps.build.id]: openingFiles }, en: {} },
		surroundings: { 'checks/order.ts': '', 'checks/write.ts': '' }
	});
	const { session, saved: savedWork } = await beginSession(testChallenge);
	session.lesson.send({ type: 'build.jump' });
	expect(session.files).toEqual(openingFiles);
	await session.save({ sealsVersion: true });
	session.editFiles({ 'main.ts': 'mine' });
	await beginStepAgain(session);
	expect(session.files).toEqual(openingFiles);
	savedWork.dispose();
});
