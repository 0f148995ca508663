import { expect, test, afterAll, beforeAll } from 'vitest';
import type { Problem } from '#sandbox/report.ts';
import {
	failureReasonsOf,
	type CheckWithResult,
	keyOfCheckInVerdict,
	verdictFailureReasonsOf
} from './failure-reasons.ts';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

const createCheckRow = (id: string, problem: Problem): CheckWithResult => ({ id, result: { problem } });
const PROBLEM_PLACE = { file: 'main.ts', line: 2, column: 1 };
const endlessLoopProblem: Problem = { kind: 'time', limit: 1500, place: PROBLEM_PLACE };
const thrownProblem: Problem = { kind: 'thrown', name: 'Error', message: 'lost' };

const printProblem = (problem: Problem) => JSON.stringify(problem);

test('the same reason for several failed checks is given once', () => {
	const other: Problem = { kind: 'time', limit: 1500, place: { ...PROBLEM_PLACE, line: 9 } };
	const rows = [
		createCheckRow('a', endlessLoopProblem),
		createCheckRow('b', endlessLoopProblem),
		createCheckRow('c', thrownProblem),
		createCheckRow('d', other),
		createCheckRow('e', thrownProblem)
	];
	expect([...failureReasonsOf(rows, false, printProblem).keys()]).toEqual(['a', 'c', 'd']);
});

test('an endless loop that is already reported elsewhere is not given as a reason', () => {
	expect([
		...failureReasonsOf(
			[createCheckRow('a', endlessLoopProblem), createCheckRow('b', thrownProblem)],
			true,
			printProblem
		).keys()
	]).toEqual(['b']);
});

test('every wrong result keeps its reason, marked as repeated when an earlier check has the same', () => {
	const assertionProblem: Problem = { kind: 'assertion', matcher: 'toBe', message: 'no', expected: '2', received: '3' };
	const reasons = failureReasonsOf(
		[createCheckRow('a', assertionProblem), createCheckRow('b', { ...assertionProblem })],
		false,
		printProblem
	);
	expect([...reasons.values()].map(({ isRepeated }) => isRepeated)).toEqual([false, true]);
});

const getLocaleBeforeTests = getLocale;
beforeAll(() => overwriteGetLocale(() => 'fr'));
afterAll(() => overwriteGetLocale(getLocaleBeforeTests));

const createComparisonProblem = (expected: string, received: string): Problem => ({
	kind: 'assertion',
	matcher: 'toEqual',
	message: 'expected other',
	expected,
	received
});
const PAID_COMPARISON_PROBLEM = createComparisonProblem('{ minutes: 21, paid: true }', '{ minutes: 21, paid: false }');
const failureSentences = { paid: '{minutes} min : il faut payer.', lists: 'Un lieu manque.' };

test('a failed check of a verdict gets its author’s sentence, in each step that has it', () => {
	const checks = [
		{ step: 'arrange', check: 'charged', held: false, problem: PAID_COMPARISON_PROBLEM },
		{ step: 'build', check: 'charged', held: false, problem: PAID_COMPARISON_PROBLEM },
		{ step: 'build', check: 'lists', held: true, problem: createComparisonProblem('["a"]', '[]') }
	];
	const reasons = verdictFailureReasonsOf(checks, { failures: failureSentences });
	expect(checks.map((check) => reasons.get(keyOfCheckInVerdict(check)))).toMatchObject([
		{ sentence: '21 min : il faut payer.', isRepeated: false },
		{ sentence: '21 min : il faut payer.', isRepeated: true },
		{ sentence: 'Un lieu manque.', isRepeated: false }
	]);
});

test('a failed check on lists gets no sentence when its author wrote none', () => {
	const check = { step: 'build', check: 'lists', held: false, problem: createComparisonProblem('["a"]', '[]') };
	expect(verdictFailureReasonsOf([check], {}).get(keyOfCheckInVerdict(check))?.sentence).toBeNull();
});
