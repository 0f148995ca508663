import { expect, test } from 'vitest';
import type { SavedStep } from '#lib/steps/progress.ts';
import { LESSON_FORMAT } from '#lib/steps/snapshot.ts';
import type { WorkSummary } from '#lib/storage/storage.ts';
import { newestBegunChallenges } from './challenge-progress.ts';

function createStep(kind: 'discover' | 'build' | 'show', done: boolean): SavedStep {
	return { id: kind, kind, done, reached: done, opened: done, hints: 0 };
}

function createWorkSummary(id: string, challenge: string, steps: SavedStep[] | null): WorkSummary {
	const pinned = { id: challenge, version: '1.0.0', hash: 'a'.repeat(64) };
	const snapshot = { format: LESSON_FORMAT, challenge: pinned, current: 'build', decideOpen: false, steps, left: [] };
	return {
		work: { format: 1, id, kind: 'challenge', challenge: pinned, language: 'fr', authors: [], createdAt: 0, head: 'v' },
		openVersion: {
			id: 'v',
			work: id,
			parent: null,
			savedAt: 0,
			files: {},
			steps: steps === null ? null : snapshot,
			decision: null,
			project: null
		},
		savedAt: 0
	};
}

test('the progress of a challenge is that of its newest work', () => {
	const progress = newestBegunChallenges([
		createWorkSummary('new', 'meter', [
			createStep('discover', true),
			createStep('build', false),
			createStep('show', false)
		]),
		createWorkSummary('old', 'meter', [
			createStep('discover', true),
			createStep('build', true),
			createStep('show', true)
		])
	]);
	expect(progress).toEqual([
		{ challengeId: 'meter', workId: 'new', currentStepNumber: 2, stepCount: 3, isFinished: false }
	]);
});

test('a challenge is finished when its last step is reached, even if an earlier step is not done', () => {
	const progress = newestBegunChallenges([
		createWorkSummary('one', 'round', [
			createStep('discover', true),
			createStep('build', false),
			createStep('show', true)
		])
	]);
	expect(progress).toEqual([
		{ challengeId: 'round', workId: 'one', currentStepNumber: 3, stepCount: 3, isFinished: true }
	]);
});

test('a work whose steps cannot be read is left out', () => {
	expect(newestBegunChallenges([createWorkSummary('one', 'round', null)])).toEqual([]);
});
