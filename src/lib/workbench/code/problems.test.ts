import { expect, test } from 'vitest';
import type { CodeProblem } from '#lib/editor/contract.ts';
import type { RunProblem } from '#sandbox/report.ts';
import { explainRunProblem, mergeProgramProblems } from './problems.svelte.ts';

const placeInLine = (line: number) => ({ file: 'main.ts', line, column: 1 });
const createThrownProblem = (line: number): RunProblem => ({
	kind: 'thrown',
	name: 'ReferenceError',
	message: 'circl is not defined',
	place: placeInLine(line)
});
const createExplainedProblem = (line: number, meaning: string): CodeProblem => ({
	place: placeInLine(line),
	explanation: { meaning, advice: null },
	originalMessage: "Cannot find name 'circl'."
});

test('an error thrown in a run does not replace the explanation of its line', () => {
	const before = mergeProgramProblems([createExplainedProblem(3, 'circl is unknown')], [], null);
	expect(mergeProgramProblems([createExplainedProblem(3, 'circl is unknown')], [], createThrownProblem(3))).toEqual(
		before
	);
});

test('an error thrown in a run comes first, before TypeScript’s errors on other lines', () => {
	const lines = mergeProgramProblems([createExplainedProblem(2, 'unused')], [], createThrownProblem(3)).map(
		({ place }) => place?.line
	);
	expect(lines).toEqual([3, 2]);
});

test('the explained problem on the line that stopped the program comes first', () => {
	const problems = [createExplainedProblem(2, 'unused'), createExplainedProblem(3, 'circl is unknown')];
	expect(mergeProgramProblems(problems, [], createThrownProblem(3)).map(({ meaning }) => meaning)).toEqual([
		'circl is unknown',
		'unused'
	]);
});

test('an unexplained TypeScript message is replaced by the error of the run', () => {
	const unexplained: CodeProblem = {
		place: placeInLine(3),
		explanation: null,
		originalMessage: 'No overload matches.'
	};
	expect(mergeProgramProblems([unexplained], [], createThrownProblem(3))).toHaveLength(1);
	expect(mergeProgramProblems([unexplained], [], createThrownProblem(3))[0]?.meaning).not.toBe('No overload matches.');
});

test.each([
	['DrawError', 'circle : il manque un nombre.', 'Le programme s’est arrêté\u00a0: circle : il manque un nombre.'],
	['Error', 'La caisse est vide.', 'Le programme s’est arrêté\u00a0: La caisse est vide.'],
	['RangeError', 'Invalid count', 'Le programme s’est arrêté\u00a0: RangeError, Invalid count']
])('a thrown %s is shown by its message, with its name only where the name helps', (name, message, expected) => {
	expect(explainRunProblem({ kind: 'thrown', name, message })).toBe(expected);
});
