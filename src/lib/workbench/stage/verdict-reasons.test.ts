/** Tests that a verdict's failed checks are explained by the author's sentences, or else by their values. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { Problem } from '#sandbox/report.ts';
import { keyOfCheckInVerdict, verdictFailureReasonsOf } from './verdict-reasons.ts';

const getLocaleBeforeTests = getLocale;
beforeAll(() => overwriteGetLocale(() => 'fr'));
afterAll(() => overwriteGetLocale(getLocaleBeforeTests));

const createComparisonProblem = (expected: string, received: string): Problem => ({
	kind: 'assertion',
	matcher: 'toEqual',
	message: 'expected other',
	expected,
	received
});
const PAID_COMPARISON_PROBLEM = createComparisonProblem('{ minutes: 21, paid: true }', '{ minutes: 21, paid: false }');
const failureSentences = { paid: '{minutes} min : il faut payer.', lists: 'Un lieu manque.' };

test('a failed check of a verdict gets its author’s sentence, in each step that has it', () => {
	const checks = [
		{ step: 'arrange', check: 'charged', held: false, problem: PAID_COMPARISON_PROBLEM },
		{ step: 'build', check: 'charged', held: false, problem: PAID_COMPARISON_PROBLEM },
		{ step: 'build', check: 'lists', held: true, problem: createComparisonProblem('["a"]', '[]') }
	];
	const reasons = verdictFailureReasonsOf(checks, { failures: failureSentences });
	expect(checks.map((check) => reasons.get(keyOfCheckInVerdict(check)))).toMatchObject([
		{ sentence: '21 min : il faut payer.', isRepeated: false },
		{ sentence: '21 min : il faut payer.', isRepeated: true },
		{ sentence: 'Un lieu manque.', isRepeated: false }
	]);
});

test('a failed check on lists gets no sentence when its author wrote none', () => {
	const check = { step: 'build', check: 'lists', held: false, problem: createComparisonProblem('["a"]', '[]') };
	expect(verdictFailureReasonsOf([check], {}).get(keyOfCheckInVerdict(check))?.sentence).toBeNull();
});
