import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { challengeWith, steps } from '#lib/steps/fixtures/challenge.ts';
import { openStorage } from '#lib/storage/open.ts';
import { SavedWork } from '#lib/storage/saved-work.svelte.ts';
import { LessonSession } from '../session/lesson-session.svelte.ts';
import { beginAgain } from './begin-again.ts';

beforeEach(() => {
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const START = { 'main.ts': 'export function price(minutes: number): number {\n}\n' };
const challenge = challengeWith([steps.arrange], {
	start: { fr: START, en: {} },
	surroundings: { 'checks/order.ts': '' }
});

test('arranged lines go back to the pool, stay in the history, and come back', async () => {
	const saved = new SavedWork(await openStorage({ account: null }), {
		kind: 'challenge',
		challenge: null,
		language: 'fr'
	});
	const deciding = { decision: null, others: {}, otherAccount: null };
	const session = new LessonSession({
		challenge,
		language: 'fr',
		theme: () => 'light',
		chooserNames: null,
		decisionState: deciding
	});
	session.setSavedWork(saved);
	await session.save({ sealsVersion: true });
	session.arrangeLines([3, 1]);
	const arranged = session.files;

	const undo = await beginAgain(session);
	expect(session.files).toEqual(START);
	expect(session.arrangement.placed).toEqual([]);
	expect((await saved.history()).map(({ files }) => files)).toContainEqual(arranged);

	undo?.();
	expect(session.files).toEqual(arranged);
	expect(session.arrangement.placed).toEqual([3, 1]);
	expect(await beginAgain(session)).not.toBeNull();
	expect(await beginAgain(session)).toBeNull();
	saved.dispose();
});

test('a step that brings files of its own begins with them', async () => {
	const opened = { 'main.ts': 'opened' };
	const written = challengeWith([steps.arrange, steps.build], {
		start: { fr: START, en: {} },
		opens: { fr: { [steps.build.id]: opened }, en: {} },
		surroundings: { 'checks/order.ts': '', 'checks/write.ts': '' }
	});
	const saved = new SavedWork(await openStorage({ account: null }), {
		kind: 'challenge',
		challenge: null,
		language: 'fr'
	});
	const deciding = { decision: null, others: {}, otherAccount: null };
	const session = new LessonSession({
		challenge: written,
		language: 'fr',
		theme: () => 'light',
		chooserNames: null,
		decisionState: deciding
	});
	session.setSavedWork(saved);
	session.lesson.send({ type: 'build.jump' });
	expect(session.files).toEqual(opened);
	await session.save({ sealsVersion: true });
	session.editFiles({ 'main.ts': 'mine' });
	await beginAgain(session);
	expect(session.files).toEqual(opened);
	saved.dispose();
});
