/** Tests how a student's progress is scored, which rows come first on the board, and which task is next. */
import { describe, expect, test } from 'vitest';
import {
	ACTIVE_WITHIN_MILLISECONDS,
	boardRowConditionOf,
	sortRowsByUrgency,
	computeProgressScore,
	findNextTask,
	PROJECT_STEP_ID,
	STUCK_AFTER_MILLISECONDS,
	mergePairRows,
	type BoardRowCondition,
	type ProgressRow,
	type StudentProgress
} from './progress.ts';

const NOW = 1_800_000_000_000;
const workingProgress: StudentProgress = {
	step: 'build',
	done: ['discover', 'predict'],
	passed: 1,
	checks: 4,
	lastActivity: NOW - 1000,
	lastProgress: NOW - 1000,
	help: null
};
const createRow = (
	progress: Partial<StudentProgress> | null,
	submission: ProgressRow['submission'] = null
): ProgressRow => ({
	members: [{ id: 'm', pseudonym: 'Loup', key: 'loup' }],
	progress: progress && { ...workingProgress, ...progress },
	submission
});
const createSubmission = (state: NonNullable<ProgressRow['submission']>['state']) => ({
	id: 's',
	state,
	turn: 1,
	verdict: null
});

describe('a mark', () => {
	test('rises with checks and with steps, and a step weighs more than all its checks', () => {
		const scores = [
			{ step: 'build', done: [], passed: 0, checks: 0 },
			{ step: 'build', done: [], passed: 1, checks: 4 },
			{ step: 'build', done: [], passed: 200, checks: 200 },
			{ step: 'build', done: ['build'], passed: 4, checks: 4 },
			{ step: 'decide', done: ['build'], passed: 0, checks: 0 },
			{ step: 'decide', done: ['build', 'decide'], passed: 0, checks: 0 }
		].map(computeProgressScore);
		expect(scores).toEqual([...scores].sort((a, b) => a - b));
		expect(scores[3]).toBe(scores[4]);
		expect(new Set(scores).size).toBe(5);
	});

	test('does not change by looking at a step again, whatever it shows', () => {
		const scoreBefore = computeProgressScore({ step: 'build', done: ['tune'], passed: 0, checks: 4 });
		expect(computeProgressScore({ step: 'tune', done: ['tune'], passed: 3, checks: 3 })).toBe(scoreBefore);
	});
});

describe('a condition', () => {
	const conditionCases: [string, ProgressRow, BoardRowCondition['kind']][] = [
		['nothing begun', createRow(null), 'not-begun'],
		['at work', createRow({}), 'working'],
		['a moment before stuck', createRow({ lastProgress: NOW - STUCK_AFTER_MILLISECONDS + 1 }), 'working'],
		['stuck', createRow({ lastProgress: NOW - STUCK_AFTER_MILLISECONDS }), 'stuck'],
		[
			'not stuck at a step that is done',
			createRow({ step: 'predict', lastProgress: NOW - 2 * STUCK_AFTER_MILLISECONDS }),
			'working'
		],
		[
			'not stuck in a project',
			createRow({ step: PROJECT_STEP_ID, lastProgress: NOW - 2 * STUCK_AFTER_MILLISECONDS }),
			'working'
		],
		['a moment before quiet', createRow({ lastActivity: NOW - ACTIVE_WITHIN_MILLISECONDS + 1 }), 'working'],
		[
			'quiet',
			createRow({ lastActivity: NOW - ACTIVE_WITHIN_MILLISECONDS, lastProgress: NOW - 2 * STUCK_AFTER_MILLISECONDS }),
			'quiet'
		],
		['a hand before anything else', createRow({ lastActivity: 0, help: { since: 1, seen: false } }), 'help'],
		['a hand after handing in', createRow({ help: { since: 1, seen: true } }, createSubmission('judged')), 'help'],
		['handed in', createRow({ lastProgress: 0 }, createSubmission('handed-in')), 'handed-in'],
		['accepted', createRow({}, createSubmission('accepted')), 'handed-in'],
		['returned: at work again', createRow({}, createSubmission('returned')), 'working'],
		['returned, and stuck', createRow({ lastProgress: 0 }, createSubmission('returned')), 'stuck']
	];
	test.each(conditionCases)('%s', (_, each, kind) => expect(boardRowConditionOf(each, NOW).kind).toBe(kind));

	test('the order: hands by waiting, seen ones after, then stuck, then the rest as it was', () => {
		const withCondition = (id: string, condition: BoardRowCondition) => ({ id, condition });
		const rows = [
			withCondition('first', { kind: 'working' }),
			withCondition('stuck', { kind: 'stuck', since: 1 }),
			withCondition('seen', { kind: 'help', since: 1, seen: true }),
			withCondition('late', { kind: 'help', since: 9, seen: false }),
			withCondition('second', { kind: 'not-begun' }),
			withCondition('early', { kind: 'help', since: 3, seen: false }),
			withCondition('third', { kind: 'working' })
		];
		expect(sortRowsByUrgency(rows).map(({ id }) => id)).toEqual([
			'early',
			'late',
			'seen',
			'stuck',
			'first',
			'second',
			'third'
		]);
	});
});

describe('the missing part', () => {
	const steps = [
		{ id: 'discover', kind: 'discover' },
		{ id: 'predict', kind: 'predict' },
		{ id: 'build', kind: 'build' },
		{ id: 'stretch', kind: 'stretch' },
		{ id: 'decide', kind: 'decide' },
		{ id: 'show', kind: 'show' }
	] as const;
	const allSteps = ['discover', 'predict', 'build', 'decide'];
	test.each([
		['begin', createRow(null)],
		['read', createRow({ step: 'discover', done: [], checks: 0, passed: 0 })],
		['answer', createRow({ step: 'predict', done: ['discover'], checks: 0, passed: 0 })],
		['run', createRow({ passed: 0, checks: 0 })],
		['next', createRow({ done: ['discover', 'predict', 'build'] })],
		['decide', createRow({ step: 'decide', done: ['discover', 'predict', 'build'], checks: 0, passed: 0 })],
		['hand-in', createRow({ step: 'decide', done: allSteps, checks: 0, passed: 0 })],
		['hand-in', createRow({ step: 'show', done: allSteps })],
		['hand-in', createRow({ step: PROJECT_STEP_ID, done: [] })],
		['return', createRow({}, createSubmission('returned'))],
		['nothing', createRow({}, createSubmission('accepted'))]
	] as const)('%s', (kind, each) => expect(findNextTask(each, steps)).toEqual({ kind }));

	test('checks, by number', () => {
		expect(findNextTask(createRow({}), steps)).toEqual({ kind: 'checks', missing: 3, of: 4 });
	});
});

test('a pair has one row, and two again once they work apart', () => {
	const [loup, etoile] = [
		{ id: 'a', pseudonym: 'Loup', key: 'loup' },
		{ id: 'b', pseudonym: 'Étoile', key: 'etoile' }
	];
	const pairRow: ProgressRow = { members: [loup, etoile], progress: workingProgress, submission: null };
	const createLoneRow = (lastActivity?: number): ProgressRow => ({
		members: [etoile],
		progress: lastActivity === undefined ? null : { ...workingProgress, lastActivity },
		submission: null
	});
	expect(mergePairRows([pairRow, createLoneRow()])).toEqual([pairRow]);
	expect(mergePairRows([createLoneRow(workingProgress.lastActivity - 1), pairRow])).toEqual([pairRow]);
	expect(mergePairRows([pairRow, createLoneRow(workingProgress.lastActivity + 1)])).toHaveLength(2);
});
