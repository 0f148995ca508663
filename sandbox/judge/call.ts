/** Generates a check that reports what a function of the program returns for an input. */
import type { CheckResult, ReturnedValue } from '../report.ts';
import type { TaskOutcome } from './plan.ts';

export const CALL_FILE = 'checks/called.ts';

export function writeCallCode(program: string, name: string, args: readonly unknown[]): string {
	const path = JSON.stringify(`./${program.replace(/\.ts$/, '')}`);
	const [called, given] = [JSON.stringify(name), args.map((arg) => JSON.stringify(arg)).join(', ')];
	// Nothing equals this new object, so the comparison always fails, and its failure contains the returned value as text.
	return `import { expect, test } from 'vitest';
import * as program from ${path};
test('called', () => {
	const called = program[${called}];
	expect(typeof called).toEqual('function');
	expect(called(${given})).toBe({});
});
`;
}

export function returnedValueOf({ results, load }: TaskOutcome): ReturnedValue {
	if (load !== undefined) return { kind: 'problem', problem: load.problem };
	return valueOf(results[0]) ?? { kind: 'problem', problem: { kind: 'crash', message: 'It gave no value.' } };
}

function valueOf(result: CheckResult | undefined): ReturnedValue | undefined {
	const problem = result?.problem;
	if (problem?.kind !== 'assertion') return problem && { kind: 'problem', problem };
	if (problem.matcher !== 'toBe') return { kind: 'absent' };
	return { kind: 'value', text: problem.received ?? '' };
}
