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
	type StudentProgress,
	countClassProgress
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

describe('a progress score', () => {
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

	test('does not change when a finished step is opened again', () => {
		const scoreBefore = computeProgressScore({ step: 'build', done: ['tune'], passed: 0, checks: 4 });
		expect(computeProgressScore({ step: 'tune', done: ['tune'], passed: 3, checks: 3 })).toBe(scoreBefore);
	});
});

describe('the condition of a board row', () => {
	const conditionCases: [string, ProgressRow, BoardRowCondition['kind']][] = [
		['is not-begun without progress', createRow(null), 'not-begun'],
		['is working while the student makes progress', createRow({}), 'working'],
		[
			'is working a moment before the time limit of stuck',
			createRow({ lastProgress: NOW - STUCK_AFTER_MILLISECONDS + 1 }),
			'working'
		],
		[
			'is stuck after a long time without progress',
			createRow({ lastProgress: NOW - STUCK_AFTER_MILLISECONDS }),
			'stuck'
		],
		[
			'is working at a finished step, even without progress',
			createRow({ step: 'predict', lastProgress: NOW - 2 * STUCK_AFTER_MILLISECONDS }),
			'working'
		],
		[
			'is working in a project, even without progress',
			createRow({ step: PROJECT_STEP_ID, lastProgress: NOW - 2 * STUCK_AFTER_MILLISECONDS }),
			'working'
		],
		[
			'is working a moment before the time limit of quiet',
			createRow({ lastActivity: NOW - ACTIVE_WITHIN_MILLISECONDS + 1 }),
			'working'
		],
		[
			'is quiet after some time without activity',
			createRow({ lastActivity: NOW - ACTIVE_WITHIN_MILLISECONDS, lastProgress: NOW - 2 * STUCK_AFTER_MILLISECONDS }),
			'quiet'
		],
		[
			'is help when a student asks, even without activity',
			createRow({ lastActivity: 0, help: { since: 1, seen: false } }),
			'help'
		],
		[
			'is help when a student asks after handing in',
			createRow({ help: { since: 1, seen: true } }, createSubmission('judged')),
			'help'
		],
		[
			'is handed-in after handing in, even without progress',
			createRow({ lastProgress: 0 }, createSubmission('handed-in')),
			'handed-in'
		],
		['is handed-in once the submission is accepted', createRow({}, createSubmission('accepted')), 'handed-in'],
		['is working once the submission is returned', createRow({}, createSubmission('returned')), 'working'],
		[
			'is stuck when no progress follows a returned submission',
			createRow({ lastProgress: 0 }, createSubmission('returned')),
			'stuck'
		]
	];
	test.each(conditionCases)('%s', (_, each, kind) => expect(boardRowConditionOf(each, NOW).kind).toBe(kind));

	test('orders rows: unseen requests for help by time, seen requests, stuck rows, others unchanged', () => {
		const createRowWithCondition = (id: string, condition: BoardRowCondition) => ({ id, condition });
		const rows = [
			createRowWithCondition('first', { kind: 'working' }),
			createRowWithCondition('stuck', { kind: 'stuck', since: 1 }),
			createRowWithCondition('seen', { kind: 'help', since: 1, seen: true }),
			createRowWithCondition('late', { kind: 'help', since: 9, seen: false }),
			createRowWithCondition('second', { kind: 'not-begun' }),
			createRowWithCondition('early', { kind: 'help', since: 3, seen: false }),
			createRowWithCondition('third', { kind: 'working' })
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

describe('the next task', () => {
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
	] as const)('is %s (case %#)', (kind, each) => expect(findNextTask(each, steps)).toEqual({ kind }));

	test('is checks, with the numbers of missing and of all checks', () => {
		expect(findNextTask(createRow({}), steps)).toEqual({ kind: 'checks', missing: 3, of: 4 });
	});
});

test('a pair has one board row, and two rows again once a partner works alone', () => {
	const [loup, etoile] = [
		{ id: 'a', pseudonym: 'Loup', key: 'loup' },
		{ id: 'b', pseudonym: 'Étoile', key: 'etoile' }
	];
	const pairRow: ProgressRow = { members: [loup, etoile], progress: workingProgress, submission: null };
	const createRowOfLoneStudent = (lastActivity?: number): ProgressRow => ({
		members: [etoile],
		progress: lastActivity === undefined ? null : { ...workingProgress, lastActivity },
		submission: null
	});
	expect(mergePairRows([pairRow, createRowOfLoneStudent()])).toEqual([pairRow]);
	expect(mergePairRows([createRowOfLoneStudent(workingProgress.lastActivity - 1), pairRow])).toEqual([pairRow]);
	expect(mergePairRows([pairRow, createRowOfLoneStudent(workingProgress.lastActivity + 1)])).toHaveLength(2);
});

const STEP_IDS = ['discover', 'build', 'decide'];
const createProgressRow = (
	step: string | null,
	done: string[] = [],
	submission: ProgressRow['submission'] = null
): ProgressRow => ({
	members: [{ id: 'm', pseudonym: 'Loup', key: 'loup' }],
	progress: step === null ? null : { step, done, passed: 0, checks: 0, lastActivity: 0, lastProgress: 0, help: null },
	submission
});
const repeatProgressRow = (count: number, row: ProgressRow): ProgressRow[] => Array.from({ length: count }, () => row);

test('each step counts the students who reached and finished it, even if they went back', () => {
	const rows = [
		...repeatProgressRow(4, createProgressRow(null)),
		...repeatProgressRow(5, createProgressRow('discover')),
		...repeatProgressRow(6, createProgressRow('build', ['discover'])),
		...repeatProgressRow(
			5,
			createProgressRow('discover', ['discover', 'build'], { id: 's', state: 'judged', turn: 1, verdict: 'v' })
		)
	];
	expect(countClassProgress(rows, STEP_IDS)).toEqual({
		students: 20,
		steps: [
			{ id: 'discover', reached: 16, done: 11 },
			{ id: 'build', reached: 11, done: 5 },
			{ id: 'decide', reached: 0, done: 0 }
		],
		handedIn: 5
	});
});

test('groups of one or two students behind or ahead of the class are hidden', () => {
	for (const alone of [1, 2]) {
		const behind = countClassProgress(
			[
				...repeatProgressRow(30 - alone, createProgressRow('build', ['discover'])),
				...repeatProgressRow(alone, createProgressRow(null))
			],
			STEP_IDS
		);
		expect(behind.steps).toEqual([
			{ id: 'discover', reached: 30, done: 30 },
			{ id: 'build', reached: 30, done: 0 },
			{ id: 'decide', reached: 0, done: 0 }
		]);
		const ahead = countClassProgress(
			[
				...repeatProgressRow(30 - alone, createProgressRow('discover')),
				...repeatProgressRow(alone, createProgressRow('decide', ['discover']))
			],
			STEP_IDS
		);
		expect(ahead.steps.map(({ reached }) => reached)).toEqual([30, 0, 0]);
	}
});

test('class progress depends neither on pseudonyms nor on the order of rows', () => {
	const rows = [
		...repeatProgressRow(4, createProgressRow('build', ['discover'])),
		...repeatProgressRow(5, createProgressRow('discover'))
	];
	const renamedRows = [...rows].reverse().map((row, index) => ({
		...row,
		members: [{ id: `${index}`, pseudonym: `p${index}`, key: `p${index}` }] as ProgressRow['members']
	}));
	expect(countClassProgress(renamedRows, STEP_IDS)).toEqual(countClassProgress(rows, STEP_IDS));
	expect(JSON.stringify(countClassProgress(rows, STEP_IDS))).not.toContain('Loup');
});
