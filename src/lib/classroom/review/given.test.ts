import { expect, test } from 'vitest';
import { markStepEntered, goToStep, jumpToStep } from '#lib/steps/advance.ts';
import { createTestChallenge } from '#lib/steps/fixtures/challenge.ts';
import { beginLesson, type LessonProgress } from '#lib/steps/progress.ts';
import { lessonSnapshotOf } from '#lib/steps/snapshot.ts';
import { filesGivenToStudents } from './given-files.ts';

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
