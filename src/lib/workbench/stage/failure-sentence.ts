/** Says what a failed check found as one sentence, in the author's words where there are some. */
import { m } from '#lib/paraglide/messages.js';
import type { Problem } from '#sandbox/report.ts';
import { plainValue, readComparison, type FailedComparison } from './failed-comparison.ts';

/** Returns null for what one sentence cannot say. `failures` holds the author's sentences, by check or by what differs. */
export function failureSentence(problem: Problem, check: string, failures: Record<string, string>): string | null {
	const comparison = problem.kind === 'assertion' ? readComparison(problem) : null;
	if (comparison === null) return null;
	const odd = oddity(comparison);
	const { expected, sharedMembers, name } = comparison;
	const key = [check, name ?? ''].find((each) => Object.hasOwn(failures, each));
	const own = key === undefined ? undefined : failures[key];
	if (own !== undefined) return fillIn(own, comparison, odd);
	if (expected === '"function"') return m.check_no_function();
	const about = comparison.isApproximate ? m.check_about({ value: expected }) : plainValue(expected);
	const received = odd ?? plainValue(comparison.received);
	return sharedMembers.length === 0
		? m.check_said({ expected: about, received })
		: m.check_said_for({
				given: sharedMembers.map(([name, value]) => `${name} ${plainValue(value)}`).join(', '),
				expected: about,
				received
			});
}

/** Names what came instead of a number: nothing, NaN, or a number between quotes. */
function oddity({ expected, received }: FailedComparison): string | null {
	if (received === 'undefined') return m.check_nothing();
	if (received === 'NaN') return m.check_nan();
	return received === `"${expected}"` ? m.check_text({ value: expected }) : null;
}

/** Fills the holes of the author's sentence; `odd` stands in place of the received value. */
function fillIn(
	sentence: string,
	{ sharedMembers, name, expected, received }: FailedComparison,
	odd: string | null
): string {
	const shown = odd ?? plainValue(received);
	const values: Record<string, string> = {
		...Object.fromEntries(sharedMembers.map(([key, value]) => [key, plainValue(value)])),
		...(name !== null && { [name]: shown }),
		expected: plainValue(expected),
		received: shown
	};
	return sentence.replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole);
}
