import { expect, test } from 'vitest';
import { createTestChallenge } from '#lib/steps/fixtures/challenge.ts';
import arranged from '#lib/steps/fixtures/arranged.v1.json' with { type: 'json' };
import { firstPredictionsOf, filesGivenToStudents, listFailedChecks } from './first-answers.ts';
import { markStepEntered, goToStep, jumpToStep } from '#lib/steps/advance.ts';
import { beginLesson, type LessonProgress } from '#lib/steps/progress.ts';
import { lessonSnapshotOf } from '#lib/steps/snapshot.ts';
import type { StudentVerdict } from '#lib/wire/own-submission.ts';

test('first predictions and opened hints are read from the snapshot, step by step', () => {
	expect(firstPredictionsOf(createTestChallenge(), arranged)).toEqual({
		predictions: [
			{
				step: 'read',
				call: { name: 'price', args: [30] },
				answer: '60',
				returned: { kind: 'value', shown: '60' }
			}
		],
		hints: [{ step: 'order', shown: 2, total: 3 }]
	});
});

test('a malformed snapshot gives no predictions', () => {
	expect(firstPredictionsOf(createTestChallenge(), { format: 99 })).toEqual({ predictions: [], hints: [] });
});

const RATE_STEP_FILES = { 'main.ts': '// The two settings.\n' };
const WRITE_STEP_FILES = { 'main.ts': '// Change this line.\n' };
const challengeWithStepFiles = createTestChallenge(undefined, {
	start: { fr: { 'main.ts': 'start\n', 'given.ts': 'given\n' }, en: {} },
	opens: { fr: { rate: RATE_STEP_FILES, write: WRITE_STEP_FILES }, en: {} }
});
const BUILD_STEP_INDEX = challengeWithStepFiles.steps.findIndex(({ kind }) => kind === 'build');
const listGivenFiles = (progress: LessonProgress) =>
	filesGivenToStudents(challengeWithStepFiles, 'fr', lessonSnapshotOf(progress));

function walkToStep(target: number, done: boolean): LessonProgress {
	let progress = markStepEntered(
		beginLesson(challengeWithStepFiles, { decision: null, otherDecisions: {}, otherAccount: null })
	);
	while (progress.currentIndex < target) {
		const records = progress.records.map((record, at) => (at === progress.currentIndex ? { ...record, done } : record));
		progress = markStepEntered(goToStep({ ...progress, records }, progress.currentIndex + 1));
	}
	return progress;
}

test('at the first step, the files given to students are the start files', () => {
	expect(listGivenFiles(walkToStep(0, true))).toEqual({ 'main.ts': 'start\n', 'given.ts': 'given\n' });
});

test('the files that a step always brings count as given from that step on', () => {
	expect(listGivenFiles(walkToStep(BUILD_STEP_INDEX - 1, true))).toEqual({ ...RATE_STEP_FILES, 'given.ts': 'given\n' });
});

test('a step’s files for jumping to it are not given to students who came step by step', () => {
	expect(listGivenFiles(walkToStep(BUILD_STEP_INDEX, true))).toEqual({ ...RATE_STEP_FILES, 'given.ts': 'given\n' });
});

test('students who jumped to a step were given the files of that step', () => {
	const progressAfterJump = markStepEntered(jumpToStep(walkToStep(0, true), BUILD_STEP_INDEX));
	expect(listGivenFiles(progressAfterJump)).toEqual({ ...WRITE_STEP_FILES, 'given.ts': 'given\n' });
});

type VerdictCheck = StudentVerdict['checks'][number];
const comparisonProblem = { kind: 'assertion', matcher: 'toBe', message: '', expected: '0', received: '50' } as const;
const createVerdictCheck = (step: string, more: Partial<VerdictCheck> = {}): VerdictCheck => ({
	step,
	check: 'free',
	held: false,
	isOptional: false,
	status: 'fail',
	problem: comparisonProblem,
	...more
});

test('a check that fails in several steps is listed once, with its count', () => {
	const checks = [
		createVerdictCheck('tune'),
		createVerdictCheck('arrange', { status: 'pass' }),
		createVerdictCheck('build'),
		createVerdictCheck('stretch')
	];
	expect(listFailedChecks({ checks })).toEqual([{ ...createVerdictCheck('tune'), times: 3 }]);
});

test('failed checks of optional steps are not listed', () => {
	const checks = [createVerdictCheck('build', { check: 'paid' }), createVerdictCheck('stretch', { isOptional: true })];
	expect(listFailedChecks({ checks }).map((one) => one.check)).toEqual(['paid']);
});

test('failed checks that differ in any detail are listed separately', () => {
	const checks = [
		createVerdictCheck('build'),
		createVerdictCheck('build', { held: true }),
		createVerdictCheck('stretch', { problem: { ...comparisonProblem, received: '100' } }),
		createVerdictCheck('stretch', { check: 'paid' })
	];
	expect(listFailedChecks({ checks }).map(({ times }) => times)).toEqual([1, 1, 1, 1]);
});
