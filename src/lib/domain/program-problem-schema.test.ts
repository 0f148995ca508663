/** Tests that every kind of problem of a program is parsed with all its fields. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Problem } from '#sandbox/report.ts';
import { programProblemSchema } from './program-problem-schema.ts';

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
