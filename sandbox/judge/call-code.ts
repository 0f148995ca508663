/** Generates a check that reports what a function of the program returns for an input. */
import type { CheckResult, FunctionCallResult } from '../report.ts';
import type { TaskOutcome } from './task-messages.ts';

export const CALL_FILE_PATH = 'checks/called.ts';

export function writeFunctionCallCode(programPath: string, functionName: string, args: readonly unknown[]): string {
	const importPath = JSON.stringify(`./${programPath.replace(/\.ts$/, '')}`);
	const [called, given] = [JSON.stringify(functionName), args.map((arg) => JSON.stringify(arg)).join(', ')];
	// Nothing equals this new object, so the comparison always fails, and its failure contains the returned value as text.
	return `import { expect, test } from 'vitest';
import * as program from ${importPath};
test('called', () => {
	const called = program[${called}];
	expect(typeof called).toEqual('function');
	expect(called(${given})).toBe({});
});
`;
}

export function returnedValueOf({ results, loadProblem }: TaskOutcome): FunctionCallResult {
	if (loadProblem !== undefined) return { kind: 'problem', problem: loadProblem.problem };
	return (
		readFunctionCallResult(results[0]) ?? { kind: 'problem', problem: { kind: 'crash', message: 'It gave no value.' } }
	);
}

function readFunctionCallResult(result: CheckResult | undefined): FunctionCallResult | undefined {
	const problem = result?.problem;
	if (problem?.kind !== 'assertion') return problem && { kind: 'problem', problem };
	if (problem.matcher !== 'toBe') return { kind: 'absent' };
	return { kind: 'value', text: problem.received ?? '' };
}
