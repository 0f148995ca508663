import { describe, expect, test } from 'vitest';
import {
	ACTIVE_WITHIN_MILLISECONDS,
	rowConditionOf,
	sortRowsByUrgency,
	progressScore,
	missingPartOf,
	PROJECT_STEP,
	STUCK_AFTER_MILLISECONDS,
	mergePairRows,
	type RowCondition,
	type ProgressRow,
	type StudentProgress
} from './progress.ts';

const NOW = 1_800_000_000_000;
const working: StudentProgress = {
	step: 'build',
	done: ['discover', 'predict'],
	passed: 1,
	checks: 4,
	lastActivity: NOW - 1000,
	lastProgress: NOW - 1000,
	help: null
};
const row = (progress: Partial<StudentProgress> | null, submission: ProgressRow['submission'] = null): ProgressRow => ({
	members: [{ id: 'm', pseudonym: 'Loup', key: 'loup' }],
	progress: progress && { ...working, ...progress },
	submission
});
const handedIn = (state: NonNullable<ProgressRow['submission']>['state']) => ({
	id: 's',
	state,
	turn: 1,
	verdict: null
});

describe('a mark', () => {
	test('rises with checks and with steps, and a step weighs more than all its checks', () => {
		const marks = [
			{ step: 'build', done: [], passed: 0, checks: 0 },
			{ step: 'build', done: [], passed: 1, checks: 4 },
			{ step: 'build', done: [], passed: 200, checks: 200 },
			{ step: 'build', done: ['build'], passed: 4, checks: 4 },
			{ step: 'decide', done: ['build'], passed: 0, checks: 0 },
			{ step: 'decide', done: ['build', 'decide'], passed: 0, checks: 0 }
		].map(progressScore);
		expect(marks).toEqual([...marks].sort((a, b) => a - b));
		expect(marks[3]).toBe(marks[4]);
		expect(new Set(marks).size).toBe(5);
	});

	test('does not change by looking at a step again, whatever it shows', () => {
		const before = progressScore({ step: 'build', done: ['tune'], passed: 0, checks: 4 });
		expect(progressScore({ step: 'tune', done: ['tune'], passed: 3, checks: 3 })).toBe(before);
	});
});

describe('a condition', () => {
	const cases: [string, ProgressRow, RowCondition['kind']][] = [
		['nothing begun', row(null), 'not-begun'],
		['at work', row({}), 'working'],
		['a moment before stuck', row({ lastProgress: NOW - STUCK_AFTER_MILLISECONDS + 1 }), 'working'],
		['stuck', row({ lastProgress: NOW - STUCK_AFTER_MILLISECONDS }), 'stuck'],
		[
			'not stuck at a step that is done',
			row({ step: 'predict', lastProgress: NOW - 2 * STUCK_AFTER_MILLISECONDS }),
			'working'
		],
		[
			'not stuck in a project',
			row({ step: PROJECT_STEP, lastProgress: NOW - 2 * STUCK_AFTER_MILLISECONDS }),
			'working'
		],
		['a moment before quiet', row({ lastActivity: NOW - ACTIVE_WITHIN_MILLISECONDS + 1 }), 'working'],
		[
			'quiet',
			row({ lastActivity: NOW - ACTIVE_WITHIN_MILLISECONDS, lastProgress: NOW - 2 * STUCK_AFTER_MILLISECONDS }),
			'quiet'
		],
		['a hand before anything else', row({ lastActivity: 0, help: { since: 1, seen: false } }), 'help'],
		['a hand after handing in', row({ help: { since: 1, seen: true } }, handedIn('judged')), 'help'],
		['handed in', row({ lastProgress: 0 }, handedIn('handed-in')), 'handed-in'],
		['accepted', row({}, handedIn('accepted')), 'handed-in'],
		['returned: at work again', row({}, handedIn('returned')), 'working'],
		['returned, and stuck', row({ lastProgress: 0 }, handedIn('returned')), 'stuck']
	];
	test.each(cases)('%s', (_, each, kind) => expect(rowConditionOf(each, NOW).kind).toBe(kind));

	test('the order: hands by waiting, seen ones after, then stuck, then the rest as it was', () => {
		const of = (id: string, condition: RowCondition) => ({ id, condition });
		const rows = [
			of('first', { kind: 'working' }),
			of('stuck', { kind: 'stuck', since: 1 }),
			of('seen', { kind: 'help', since: 1, seen: true }),
			of('late', { kind: 'help', since: 9, seen: false }),
			of('second', { kind: 'not-begun' }),
			of('early', { kind: 'help', since: 3, seen: false }),
			of('third', { kind: 'working' })
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
	const all = ['discover', 'predict', 'build', 'decide'];
	test.each([
		['begin', row(null)],
		['read', row({ step: 'discover', done: [], checks: 0, passed: 0 })],
		['answer', row({ step: 'predict', done: ['discover'], checks: 0, passed: 0 })],
		['run', row({ passed: 0, checks: 0 })],
		['next', row({ done: ['discover', 'predict', 'build'] })],
		['decide', row({ step: 'decide', done: ['discover', 'predict', 'build'], checks: 0, passed: 0 })],
		['hand-in', row({ step: 'decide', done: all, checks: 0, passed: 0 })],
		['hand-in', row({ step: 'show', done: all })],
		['hand-in', row({ step: PROJECT_STEP, done: [] })],
		['return', row({}, handedIn('returned'))],
		['nothing', row({}, handedIn('accepted'))]
	] as const)('%s', (kind, each) => expect(missingPartOf(each, steps)).toEqual({ kind }));

	test('checks, by number', () => {
		expect(missingPartOf(row({}), steps)).toEqual({ kind: 'checks', missing: 3, of: 4 });
	});
});

test('a pair has one row, and two again once they work apart', () => {
	const [loup, etoile] = [
		{ id: 'a', pseudonym: 'Loup', key: 'loup' },
		{ id: 'b', pseudonym: 'Étoile', key: 'etoile' }
	];
	const together: ProgressRow = { members: [loup, etoile], progress: working, submission: null };
	const alone = (lastActivity?: number): ProgressRow => ({
		members: [etoile],
		progress: lastActivity === undefined ? null : { ...working, lastActivity },
		submission: null
	});
	expect(mergePairRows([together, alone()])).toEqual([together]);
	expect(mergePairRows([alone(working.lastActivity - 1), together])).toEqual([together]);
	expect(mergePairRows([together, alone(working.lastActivity + 1)])).toHaveLength(2);
});
