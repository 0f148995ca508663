import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTestChallenge, createTestReport, exampleSteps } from '#lib/steps/fixtures/challenge.ts';
import { openStorage } from '#lib/storage/open.ts';
import { SavedWork } from '#lib/storage/saved-work.svelte.ts';
import type { LessonSession } from '../session/lesson-session.svelte.ts';
import { createTestSession } from '../session/testing.ts';
import { beginStepAgain } from './begin-again.ts';

beforeEach(() => {
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const START_FILES = { 'main.ts': 'export function price(minutes: number): number {\n}\n' };
const TYPED_FILES = { 'main.ts': 'export function price(minutes: number): number {\n\treturn 7;\n}\n' };
const { arrange, build } = exampleSteps;
const challenge = createTestChallenge([arrange, build], {
	start: { fr: START_FILES, en: {} },
	opens: { fr: { [build.id]: { 'main.ts': 'given' } }, en: {} },
	surroundings: { 'checks/order.ts': '', 'checks/write.ts': '' }
});

/** Arranges some lines, passes the step's checks, and goes on to the step in which the student types. */
function passArrangeStep(session: LessonSession): void {
	session.answers.arrangeLines([3, 1]);
	session.lesson.send({ type: 'checks.reported', step: arrange.id, report: createTestReport('pass') });
	session.lesson.send({ type: 'step.next' });
	expect(session.lesson.view.step.id).toBe(build.id);
}

/** Goes back to the arrange step and moves a line, which must change nothing. */
function expectArrangementFixed(session: LessonSession): void {
	session.lesson.send({ type: 'step.back' });
	const placedLines = [...session.answers.arrangement.placedLines];
	session.answers.arrangeLines([0]);
	expect(session.files).toEqual(TYPED_FILES);
	expect(session.answers.arrangement.placedLines).toEqual(placedLines);
	expect(session.answers.canArrange).toBe(false);
	expect(session.editMode).toBe('none');
}

test('lines cannot be moved once code was typed in a later step', () => {
	const session = createTestSession(challenge);
	passArrangeStep(session);
	session.editFiles(TYPED_FILES);
	expectArrangementFixed(session);
});

test('lines cannot be moved once code was typed after skipping ahead with “I know this”', () => {
	const session = createTestSession(challenge);
	session.lesson.send({ type: 'build.jump' });
	session.editFiles(TYPED_FILES);
	expectArrangementFixed(session);
});

test('lines can be moved again while no code was typed, even with an open brace', () => {
	const session = createTestSession(challenge);
	passArrangeStep(session);
	session.lesson.send({ type: 'step.back' });
	const openingLine = session.answers.arrangement.lines.findIndex((line) => line.endsWith('{'));
	session.answers.arrangeLines([openingLine]);
	session.answers.arrangeLines([openingLine, 3]);
	expect(session.answers.arrangement.placedLines).toEqual([openingLine, 3]);
	expect(session.files['main.ts']).toContain(session.answers.arrangement.lines[3]);

	const skippingSession = createTestSession(challenge);
	skippingSession.lesson.send({ type: 'build.jump' });
	expect(skippingSession.files['main.ts']).toBe('given');
	skippingSession.lesson.send({ type: 'step.back' });
	skippingSession.answers.arrangeLines([3]);
	expect(skippingSession.answers.arrangement.placedLines).toEqual([3]);
	expect(skippingSession.editMode).toBe('arrange');
});

test('lines can still be moved after a change of language replaces the given comments', () => {
	const createArrangeChallenge = (comment: string) => {
		const start = { 'main.ts': `/** ${comment} */\n${START_FILES['main.ts']}` };
		return createTestChallenge([arrange, build], {
			start: { fr: start, en: start },
			surroundings: { 'checks/order.ts': '', 'checks/write.ts': '' }
		});
	};
	const french = createTestSession(createArrangeChallenge("Renvoie le prix, jusqu'au soir."));
	passArrangeStep(french);
	french.lesson.send({ type: 'step.back' });
	const work = { files: french.files, lesson: french.lesson.snapshot(), hasCrashed: false };
	const english = createTestSession(createArrangeChallenge('Returns the price.'), {
		language: 'en',
		resumedWork: work
	});
	expect(english.answers.canArrange).toBe(true);
	english.editFiles({ 'main.ts': (english.files['main.ts'] ?? '').replace('{', '{ return 7;') });
	expect(english.answers.canArrange).toBe(false);
});

test('beginning the arrange step again makes lines movable and keeps the typed code in the history', async () => {
	const session = createTestSession(challenge);
	const savedWork = new SavedWork(await openStorage({ account: null }), {
		kind: 'challenge',
		challenge: null,
		language: 'fr'
	});
	session.setSavedWork(savedWork);
	await session.save({ sealsVersion: true });
	passArrangeStep(session);
	session.editFiles(TYPED_FILES);
	session.lesson.send({ type: 'step.back' });
	expect(session.answers.canArrange).toBe(false);
	await beginStepAgain(session);
	session.answers.arrangeLines([2]);
	expect(session.answers.arrangement.placedLines).toEqual([2]);
	expect((await savedWork.history()).map(({ files }) => files)).toContainEqual(TYPED_FILES);
	savedWork.dispose();
});
