import { expect, test } from 'vitest';
import { countCaughtMutants, removeHandInOnlyDetails, type CaughtMutants, programProblemSchema } from './verdict.ts';
import * as v from 'valibot';
import type { Problem } from '#sandbox/report.ts';

const CAUGHT_MUTANTS: CaughtMutants = {
	step: 'catch',
	examples: [
		{ call: 'status(2)', said: '"ok"' },
		{ call: 'status(8)', said: '"warm"', refusal: { kind: 'value', text: '"ok"' } },
		{ call: 'minutesOut(9)', said: '15', refusal: { kind: 'throws' } },
		{ call: 'minutesOut([5])', said: '', throws: true, refusal: { kind: 'slow' } },
		{ call: 'status([8)', said: 'ok', refusal: { kind: 'unreadable' } }
	],
	caught: 3,
	total: 14,
	survivors: [
		{ kind: 'sentence', sentence: { fr: 'À 8 °C, une copie renvoie « warm ».' } },
		{ kind: 'call', call: 'status(1)', right: '"cold"', wrong: '"ok"' }
	]
};

test('a trial before the hand-in shows counts, but no survivors and no results of the author’s program', () => {
	expect(removeHandInOnlyDetails(CAUGHT_MUTANTS)).toEqual({
		step: 'catch',
		examples: [
			{ call: 'status(2)', said: '"ok"' },
			{ call: 'status(8)', said: '"warm"', refusal: { kind: 'differs' } },
			{ call: 'minutesOut(9)', said: '15', refusal: { kind: 'differs' } },
			{ call: 'minutesOut([5])', said: '', throws: true, refusal: { kind: 'slow' } },
			{ call: 'status([8)', said: 'ok', refusal: { kind: 'unreadable' } }
		],
		caught: 3,
		total: 14,
		survivors: []
	});
});

test('caught mutants are added up over all steps, and missing results give no sum', () => {
	expect(countCaughtMutants([CAUGHT_MUTANTS, { ...CAUGHT_MUTANTS, step: 'other', caught: 1 }])).toEqual({
		caught: 4,
		total: 28
	});
	expect(countCaughtMutants([])).toEqual({ caught: 0, total: 0 });
	expect(countCaughtMutants(null)).toBeNull();
});

const place = { file: 'main.ts', line: 3, column: 2 };
/** A problem of each kind, with all fields that it can have. */
const completeProblemByKind: { [Kind in Problem['kind']]: Required<Extract<Problem, { kind: Kind }>> } = {
	assertion: { kind: 'assertion', matcher: 'toBe', message: 'not equal', expected: '1', received: '2', place },
	thrown: { kind: 'thrown', name: 'TypeError', message: 'x is not a function', place },
	time: { kind: 'time', limit: 500, place },
	memory: { kind: 'memory' },
	'too-large': { kind: 'too-large', excess: { of: 'line', file: 'main.ts', line: 3, most: 2000 } },
	crash: { kind: 'crash', message: 'gone' }
};

test.each(Object.values(completeProblemByKind))('a problem of kind $kind is parsed with all its fields', (problem) => {
	expect(v.parse(programProblemSchema, problem)).toEqual(problem);
});
