import { expect, test } from 'vitest';
import type { CheckResult, Problem } from '../report.ts';
import { discloseResult } from './disclose.ts';

const disclosedProblemOf = (problem: Problem) => {
	const result: CheckResult = { path: ['held'], status: 'error', problem, console: [], duration: 1 };
	return discloseResult(result, 'title')?.problem;
};

test('an error name invented by a program is disclosed as Error, without its message', () => {
	expect(disclosedProblemOf({ kind: 'thrown', name: 'input was 480', message: '480' })).toEqual({
		kind: 'thrown',
		name: 'Error',
		message: ''
	});
});

test.each(['TypeError', 'RangeError', 'SyntaxError'])(
	'the built-in error name %s is disclosed, without its message',
	(name) => {
		expect(disclosedProblemOf({ kind: 'thrown', name, message: '480' })).toEqual({ kind: 'thrown', name, message: '' });
	}
);

test('a crash is disclosed without its message', () => {
	expect(disclosedProblemOf({ kind: 'crash', message: 'Error: 480' })).toEqual({ kind: 'crash', message: '' });
});
