/** What a function of a program returns for an input: asked by a check that hands what it got to the report. */
import type { CheckResult, Returned } from '../report.ts';
import type { TaskOutcome } from './plan.ts';

/** Its place among the checks, and the name of its one test. */
export const CALL_FILE = 'checks/called.ts';

/** `program` as an import of the checks. */
export function callText(program: string, name: string, args: readonly unknown[]): string {
	const path = JSON.stringify(`./${program.replace(/\.ts$/, '')}`);
	const [called, given] = [JSON.stringify(name), args.map((arg) => JSON.stringify(arg)).join(', ')];
	// No value is this very object, so the comparison fails and its finding holds the value as it is printed.
	return `import { expect, test } from 'vitest';
import * as program from ${path};
test('called', () => {
	const called = program[${called}];
	expect(typeof called).toEqual('function');
	expect(called(${given})).toBe({});
});
`;
}

export function returnedIn({ results, load }: TaskOutcome): Returned {
	if (load !== undefined) return { kind: 'problem', problem: load.problem };
	return valueOf(results[0]) ?? { kind: 'problem', problem: { kind: 'crash', message: 'It gave no value.' } };
}

function valueOf(result: CheckResult | undefined): Returned | undefined {
	const problem = result?.problem;
	if (problem?.kind !== 'assertion') return problem && { kind: 'problem', problem };
	if (problem.matcher !== 'toBe') return { kind: 'absent' };
	return { kind: 'value', text: problem.received ?? '' };
}
