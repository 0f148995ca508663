/** Says in one sentence why a check failed, in the author's words where there are some. */
import { m } from '#lib/paraglide/messages.js';
import { explainRunProblem } from '../code/problems.svelte.ts';
import type { Problem } from '#sandbox/report.ts';
import { unquoteValue, readFailedComparison, type FailedComparison } from './failed-comparison.ts';

const SENTENCE_HOLE_PATTERN = /\{\w+\}/;

/** Returns the sentence for a failed check; null where only its values can show the difference. */
export function explainCheckFailure(
	problem: Problem,
	checkId: string,
	authorSentences: Record<string, string>
): string | null {
	const sentence = writeFailureSentence(problem, checkId, authorSentences);
	if (sentence !== null) return sentence;
	return problem.kind === 'assertion' && problem.expected !== undefined ? null : explainRunProblem(problem);
}

/**
 * Returns the sentence for a failed check; null where one sentence cannot tell the difference. `authorSentences` holds the author's sentences, by
 * check id or by the name of the value that differs.
 */
export function writeFailureSentence(
	problem: Problem,
	checkId: string,
	authorSentences: Record<string, string>
): string | null {
	const comparison = problem.kind === 'assertion' ? readFailedComparison(problem) : null;
	if (comparison === null)
		return problem.kind === 'assertion' ? findSentenceWithoutHoles(checkId, authorSentences) : null;
	const oddValueWords = describeOddValue(comparison);
	const { expected, sharedMembers, differingProperty: name } = comparison;
	const key = [checkId, name ?? ''].find((each) => Object.hasOwn(authorSentences, each));
	const authorSentence = key === undefined ? undefined : authorSentences[key];
	if (authorSentence !== undefined) return fillSentenceHoles(authorSentence, comparison, oddValueWords);
	if (expected === '"function"') return m.check_no_function();
	const expectedWords = comparison.isApproximate ? m.check_about({ value: expected }) : unquoteValue(expected);
	const receivedWords = oddValueWords ?? unquoteValue(comparison.received);
	return sharedMembers.length === 0
		? m.check_said({ expected: expectedWords, received: receivedWords })
		: m.check_said_for({
				given: describeMembers(sharedMembers),
				expected: expectedWords,
				received: receivedWords
			});
}

/**
 * Returns the author's sentence for a check that compares lists or several values. A sentence with holes is left out, because it tells of a
 * single value.
 */
function findSentenceWithoutHoles(checkId: string, authorSentences: Record<string, string>): string | null {
	const sentence = Object.hasOwn(authorSentences, checkId) ? authorSentences[checkId] : undefined;
	return sentence === undefined || SENTENCE_HOLE_PATTERN.test(sentence) ? null : sentence;
}

/** Describes a received value that beginners often get by mistake: nothing, NaN, or a number in quotes. */
function describeOddValue({ expected, received }: FailedComparison): string | null {
	if (received === 'undefined') return m.check_nothing();
	if (received === 'NaN') return m.check_nan();
	return received === `"${expected}"` ? m.check_text({ value: expected }) : null;
}

function describeMembers(members: FailedComparison['sharedMembers']): string {
	return members.map(([name, value]) => `${name} ${unquoteValue(value)}`).join(', ');
}

/** Fills the holes of the author's sentence; `oddValueWords`, unless null, stand in place of the received value. */
function fillSentenceHoles(
	sentence: string,
	{ sharedMembers, differingProperty: name, expected, received }: FailedComparison,
	oddValueWords: string | null
): string {
	const receivedText = oddValueWords ?? unquoteValue(received);
	const values: Record<string, string> = {
		...Object.fromEntries(sharedMembers.map(([key, value]) => [key, unquoteValue(value)])),
		...(name !== null && { [name]: receivedText }),
		given: describeMembers(sharedMembers),
		expected: unquoteValue(expected),
		received: receivedText
	};
	return sentence.replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole);
}
