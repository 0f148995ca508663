import { describe, expect, test } from 'vitest';
import type { Step } from '#lib/domain/challenge.ts';
import arranged from './fixtures/arranged.v1.json' with { type: 'json' };
import deciding from './fixtures/deciding.v1.json' with { type: 'json' };
import { createTestChallenge, exampleSteps } from './fixtures/challenge.ts';
import { currentStep, type StudentDecisions } from './progress.ts';
import { restoreLesson } from './restore.ts';
import { parseLessonSnapshot, lessonSnapshotOf, type LessonSnapshot } from './snapshot.ts';
import { lessonViewOf } from './view.ts';

function parseSnapshot(input: unknown): LessonSnapshot {
	const snapshot = parseLessonSnapshot(input);
	if (!snapshot) throw new Error('the fixture does not parse');
	return snapshot;
}

/** Two lessons saved under version 1, which had the steps below: the first was in step `order`, the second in `decide`. */
const olderSnapshots = { arranged: parseSnapshot(arranged), deciding: parseSnapshot(deciding) };
const { discover, predict, tune, arrange, build, stretch, decide, show } = exampleSteps;
const restoreTestLesson = (list: Step[], snapshot = olderSnapshots.arranged, studentDecisions?: StudentDecisions) => {
	const progress = restoreLesson(createTestChallenge(list), snapshot, studentDecisions);
	return { progress, id: currentStep(progress).id, view: lessonViewOf(progress) };
};
const predictedAnswersOf = (snapshot: LessonSnapshot) =>
	[...snapshot.steps, ...snapshot.left]
		.flatMap((step) => (step.kind === 'predict' && step.answer ? [step.answer] : []))
		.sort();

describe('a lesson saved under an older version', () => {
	test('opens where it was when the steps are the same', () => {
		const { progress, id } = restoreTestLesson(Object.values(exampleSteps));
		expect(id).toBe('order');
		expect(lessonSnapshotOf(progress)).toEqual({
			...olderSnapshots.arranged,
			challenge: { id: 'meter', version: '2', hash: 'hash-2' }
		});
	});

	test('a step added before the current step is open, and the lesson opens where it was', () => {
		const extraStep: Step = { ...tune, id: 'extra' };
		const { id, view } = restoreTestLesson([discover, predict, extraStep, tune, arrange, build, decide]);
		expect(id).toBe('order');
		expect(view.steps.find((step) => step.id === 'extra')?.state).toEqual({ kind: 'open' });
	});

	test('the answer of a removed step is kept, and restored when a later version has the step', () => {
		const { progress, id } = restoreTestLesson([discover, tune, arrange, build, decide]);
		expect(id).toBe('order');
		expect(progress.leftoverRecords).toMatchObject([{ id: 'read', answer: '60' }]);
		const restoredProgress = restoreLesson(createTestChallenge(), lessonSnapshotOf(progress));
		expect(restoredProgress.records[1]).toMatchObject({ kind: 'predict', answer: '60', done: true });
		expect(restoredProgress.leftoverRecords).toEqual([]);
	});

	test('when the current step was removed, the step after its nearest passed neighbour opens', () => {
		expect(restoreTestLesson([discover, predict, tune, build, decide]).id).toBe('write');
		expect(restoreTestLesson([discover, build, decide]).id).toBe('write');
		expect(restoreTestLesson([build, decide]).id).toBe('write');
	});

	test('a step renamed between the same neighbours keeps its placed lines and its hints', () => {
		const { id, progress } = restoreTestLesson([discover, predict, tune, { ...arrange, id: 'puzzle' }, build, decide]);
		expect(id).toBe('puzzle');
		expect(progress.records[3]).toMatchObject({ placed: ['return 50;', 'return 20;'], hints: 2 });
		expect(progress.leftoverRecords).toEqual([]);
	});

	test('a renamed prediction with other answers starts afresh, and the old answer is kept', () => {
		const otherPrediction: Step = { ...predict, id: 'guess', answers: ['0', '50'] };
		const { progress } = restoreTestLesson([discover, otherPrediction, tune, arrange, build, decide]);
		expect(progress.records[1]).toMatchObject({ answer: null, done: false });
		expect(predictedAnswersOf(lessonSnapshotOf(progress))).toEqual(['60']);
	});

	test('reordered steps keep their records', () => {
		const { id, progress } = restoreTestLesson([discover, arrange, tune, predict, build, decide]);
		expect(id).toBe('order');
		expect(progress.records[3]).toMatchObject({ answer: '60', reached: true });
	});

	test('a step of the same name and another kind starts afresh, and the old answer stays', () => {
		const { progress } = restoreTestLesson([discover, { ...build, id: 'read' }, tune, arrange, decide]);
		expect(progress.records[1]).toMatchObject({ kind: 'build', done: false });
		expect(predictedAnswersOf(lessonSnapshotOf(progress))).toEqual(['60']);
	});

	test('an open decision stays open, with its option and position', () => {
		const { id, progress, view } = restoreTestLesson(
			[discover, { ...build, id: 'harder' }, decide, show],
			olderSnapshots.deciding,
			{
				decision: deciding.decision,
				otherDecisions: {},
				otherAccount: null
			}
		);
		expect(id).toBe('decide');
		expect(progress.decision).toEqual({ option: 'erased', position: 'Nobody needs my plate.' });
		expect(JSON.stringify(lessonSnapshotOf(progress))).not.toContain('Nobody needs my plate');
		expect(view.next).toEqual({ kind: 'ready' });
	});

	test('no answer is lost, whichever steps the new version has', () => {
		const allSteps = [discover, predict, tune, arrange, build, stretch, decide, show];
		for (let stepMask = 1; stepMask < 256; stepMask++) {
			const chosenSteps = allSteps.filter((_, index) => stepMask & (1 << index));
			for (const snapshot of [olderSnapshots.arranged, olderSnapshots.deciding]) {
				const progress = restoreLesson(createTestChallenge(chosenSteps), snapshot);
				expect(chosenSteps).toContain(currentStep(progress));
				expect(predictedAnswersOf(lessonSnapshotOf(progress))).toEqual(predictedAnswersOf(snapshot));
			}
		}
	});
});

test('a snapshot keeps the problem of a prediction with its source place', () => {
	const problemResult = {
		kind: 'problem',
		problem: { kind: 'time', limit: 500, place: { file: 'main.ts', line: 3, column: 2 } }
	};
	const changedSteps = olderSnapshots.arranged.steps.map((step) =>
		step.kind === 'predict' ? { ...step, returned: problemResult } : step
	);
	expect(parseSnapshot({ ...olderSnapshots.arranged, steps: changedSteps }).steps).toEqual(changedSteps);
});

describe('snapshots from storage', () => {
	test.each([
		['an undefined value', undefined],
		['a text', 'lesson'],
		['a later format', { ...olderSnapshots.arranged, format: 3 }],
		[
			'an unknown kind of step',
			{ ...olderSnapshots.arranged, steps: [{ ...olderSnapshots.arranged.steps[0], kind: 'dance' }] }
		],
		[
			'a prediction without its answer',
			{ ...olderSnapshots.arranged, steps: [{ ...olderSnapshots.arranged.steps[1], answer: undefined }] }
		]
	])('%s is not read as a lesson', (_, input) => {
		expect(parseLessonSnapshot(input)).toBeUndefined();
	});

	test('a prediction whose program failed is read back', () => {
		const brokenPrediction = {
			...olderSnapshots.arranged.steps[1],
			returned: { kind: 'problem', problem: { kind: 'thrown', name: 'TypeError', message: 'no' } }
		};
		expect(parseSnapshot({ ...olderSnapshots.arranged, steps: [brokenPrediction] }).steps[0]).toEqual(brokenPrediction);
	});
});
