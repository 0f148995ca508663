/** Says what a failed check found as one sentence, in the author's words where there are some. */
import { m } from '#lib/paraglide/messages.js';
import type { Problem } from '#sandbox/report.ts';
import { unquoteValue, readComparison, type FailedComparison } from './failed-comparison.ts';

/** Returns null where one sentence cannot tell the difference. `failures` holds the author's sentences, by check or by what differs. */
export function failureSentence(problem: Problem, check: string, failures: Record<string, string>): string | null {
	const comparison = problem.kind === 'assertion' ? readComparison(problem) : null;
	if (comparison === null) return null;
	const oddWords = describeOddValue(comparison);
	const { expected, sharedMembers, differingProperty: name } = comparison;
	const key = [check, name ?? ''].find((each) => Object.hasOwn(failures, each));
	const authorSentence = key === undefined ? undefined : failures[key];
	if (authorSentence !== undefined) return fillHoles(authorSentence, comparison, oddWords);
	if (expected === '"function"') return m.check_no_function();
	const expectedWords = comparison.isApproximate ? m.check_about({ value: expected }) : unquoteValue(expected);
	const received = oddWords ?? unquoteValue(comparison.received);
	return sharedMembers.length === 0
		? m.check_said({ expected: expectedWords, received })
		: m.check_said_for({
				given: sharedMembers.map(([name, value]) => `${name} ${unquoteValue(value)}`).join(', '),
				expected: expectedWords,
				received
			});
}

/** Describes a received value that is often mistaken: nothing, NaN, or a number between quotes. */
function describeOddValue({ expected, received }: FailedComparison): string | null {
	if (received === 'undefined') return m.check_nothing();
	if (received === 'NaN') return m.check_nan();
	return received === `"${expected}"` ? m.check_text({ value: expected }) : null;
}

/** Fills the holes of the author's sentence; `odd` stands in place of the received value. */
function fillHoles(
	sentence: string,
	{ sharedMembers, differingProperty: name, expected, received }: FailedComparison,
	oddWords: string | null
): string {
	const shown = oddWords ?? unquoteValue(received);
	const values: Record<string, string> = {
		...Object.fromEntries(sharedMembers.map(([key, value]) => [key, unquoteValue(value)])),
		...(name !== null && { [name]: shown }),
		expected: unquoteValue(expected),
		received: shown
	};
	return sentence.replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole);
}
