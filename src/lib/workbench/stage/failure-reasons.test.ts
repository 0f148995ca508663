/** Tests that one cause of several failed checks is explained once, while each wrong result keeps its values. */
import { expect, test } from 'vitest';
import type { Problem } from '#sandbox/report.ts';
import { failureReasonsOf, type CheckWithResult } from './failure-reasons.ts';

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
