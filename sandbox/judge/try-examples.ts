import type { CheckResult, Problem, FunctionCallResult } from '../report.ts';
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

export const EXAMPLES_FILE_PATH = 'checks/examples.ts';

interface ExampleCall {
	name: string;
	/** Arguments of the call, as values that JSON can hold; `returns` is such a value too. */
	args: readonly unknown[];
}
/** `within`: largest difference between a returned number and `returns`; by default, that of a rounding error. */
export type ExampleToTry = ExampleCall &
	({ returns: unknown; within?: number; throws?: never } | { throws: true; returns?: never; within?: never });

export type ExampleOutcome =
	| { kind: 'same' }
	| { kind: 'other'; text: string }
	| { kind: 'absent' }
	| { kind: 'problem'; problem: Problem }
	| { kind: 'untried' };

/** Relative tolerance of a number returned for an example, because 0.1 + 0.2 is not exactly 0.3. */
export const EXAMPLE_RELATIVE_TOLERANCE = 1e-9;

/** Writes all values as text that is parsed, so that none of them is ever read as code. */
export function writeExamplesCode(programPath: string, examples: readonly ExampleToTry[]): string {
	const importPath = JSON.stringify(`./${programPath.replace(/\.ts$/, '')}`);
	const rows = examples.map(({ name, args, returns, within, throws = false }) => {
		const tolerance = typeof returns === 'number' ? (within ?? Math.abs(returns) * EXAMPLE_RELATIVE_TOLERANCE) : null;
		return { name, args, returns, near: tolerance, throws };
	});
	return `import { expect, test } from 'vitest';
import * as program from ${importPath};
// No value that a program returns equals this object.
const error = Symbol('an error');
const nearly = (value, wanted, near) => (typeof value === 'number' && Math.abs(value - wanted) <= near ? wanted : value);
for (const [at, { name, args, returns, near, throws }] of JSON.parse(${JSON.stringify(JSON.stringify(rows))}).entries())
	test(String(at), () => {
		const called = Object.hasOwn(program, name) ? program[name] : undefined;
		expect(typeof called).toBe('function');
		let returned;
		try {
			returned = called(...args);
		} catch (thrown) {
			if (throws) return;
			throw thrown;
		}
		if (throws) expect(returned).toEqual(error);
		expect(near === null ? returned : nearly(returned, returns, near)).toEqual(returns);
	});
`;
}

export function exampleOutcomesOf({ results, loadProblem }: TaskOutcome, count: number): ExampleOutcome[] {
	const resultByTitle = new Map(results.map((result) => [result.path.at(-1) ?? '', result]));
	return Array.from({ length: count }, (_, at) =>
		loadProblem === undefined
			? exampleOutcomeOf(resultByTitle.get(String(at)))
			: { kind: 'problem', problem: loadProblem.problem }
	);
}

function exampleOutcomeOf(result: CheckResult | undefined): ExampleOutcome {
	if (result === undefined) return { kind: 'untried' };
	const { status, problem } = result;
	if (status === 'pass') return { kind: 'same' };
	if (problem?.kind !== 'assertion')
		return { kind: 'problem', problem: problem ?? { kind: 'crash', message: 'It gave no value.' } };
	return problem.matcher === 'toBe' ? { kind: 'absent' } : { kind: 'other', text: problem.received ?? '' };
}
