/** Says what a failed check found as one sentence, in the author's words where there are some. */
import { m } from '#lib/paraglide/messages.js';
import type { Problem } from '#sandbox/report.ts';
import { findingOf, plainValue, type Finding } from './failed-comparison.ts';

/** Returns null for what one sentence cannot say. `failures` holds the author's sentences, by check or by what differs. */
export function findingWords(problem: Problem, check: string, failures: Record<string, string>): string | null {
	const finding = problem.kind === 'assertion' ? findingOf(problem) : null;
	if (finding === null) return null;
	const odd = oddity(finding);
	const own = failures[check] ?? (finding.name === null ? undefined : failures[finding.name]);
	if (own !== undefined) return filled(own, finding, odd);
	const { expected, given } = finding;
	if (expected === '"function"') return m.check_no_function();
	const about = finding.about ? m.check_about({ value: expected }) : plainValue(expected);
	const received = odd ?? plainValue(finding.received);
	return given.length === 0
		? m.check_said({ expected: about, received })
		: m.check_said_for({
				given: given.map(([name, value]) => `${name} ${plainValue(value)}`).join(', '),
				expected: about,
				received
			});
}

/** Names what came instead of a number: nothing, NaN, or a number between quotes. */
function oddity({ expected, received }: Finding): string | null {
	if (received === 'undefined') return m.check_nothing();
	if (received === 'NaN') return m.check_nan();
	return received === `"${expected}"` ? m.check_text({ value: expected }) : null;
}

/** A sentence that shows what came says what is odd about it; one that does not show it is followed by that. */
function filled(sentence: string, { given, name, expected, received }: Finding, odd: string | null): string {
	const shown = odd ?? plainValue(received);
	const values: Record<string, string> = {
		...Object.fromEntries(given.map(([key, value]) => [key, plainValue(value)])),
		...(name !== null && { [name]: shown }),
		expected: plainValue(expected),
		received: shown
	};
	return sentence.replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole);
}
