import { m } from '#lib/paraglide/messages.js';
import { explainRunProblem } from '../code/problems.svelte.ts';
import type { Problem } from '#sandbox/report.ts';

type AssertionProblem = Extract<Problem, { kind: 'assertion' }>;

interface FailedComparison {
	sharedMembers: [name: string, value: string][];
	/** Name of the property that differs; null when the values are no objects. */
	differingProperty: string | null;
	expected: string;
	received: string;
	isApproximate: boolean;
}

const EQUALITY_MATCHERS = new Set(['toBe', 'toEqual', 'toStrictEqual', 'toBeCloseTo']);

/** Reads a comparison that one sentence can tell; null for lists, nested objects and several differences. */
function readFailedComparison({ matcher, expected, received }: AssertionProblem): FailedComparison | null {
	if (expected === undefined || received === undefined || !EQUALITY_MATCHERS.has(matcher)) return null;
	const isApproximate = matcher === 'toBeCloseTo';
	if (isSimpleValue(expected) && isSimpleValue(received))
		return { sharedMembers: [], differingProperty: null, expected, received, isApproximate };
	const [expectedMembers, receivedMembers] = [parsePrintedMembers(expected), parsePrintedMembers(received)];
	if (expectedMembers === null || receivedMembers === null) return null;
	const [differing, ...more] = [...expectedMembers].filter(([name, value]) => receivedMembers.get(name) !== value);
	if (
		differing === undefined ||
		more.length > 0 ||
		[...receivedMembers.keys()].some((name) => !expectedMembers.has(name))
	)
		return null;
	const [name, value] = differing;
	const sharedMembers = [...expectedMembers].filter(([other]) => other !== name);
	return {
		sharedMembers,
		differingProperty: name,
		expected: value,
		received: receivedMembers.get(name) ?? 'undefined',
		isApproximate
	};
}

/** Pattern of a simple value as `print` writes it, strings as JSON. A manipulated frame may send other texts, which must not be parsed. */
const PRINTED_VALUE_PATTERN = String.raw`"(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[^"\\\x00-\x1f])*"|-?[\d.]+(?:e[+-]\d+)?|-?Infinity|NaN|true|false|null|undefined`;
const SIMPLE_VALUE_PATTERN = new RegExp(`^(?:${PRINTED_VALUE_PATTERN})$`);
const PRINTED_MEMBER_PATTERN = new RegExp(
	String.raw`(?:^|, )([\p{L}_$][\p{L}\w$]*): (${PRINTED_VALUE_PATTERN})(?=, |$)`,
	'uy'
);

const isSimpleValue = (printed: string): boolean => SIMPLE_VALUE_PATTERN.test(printed);

/** Reads the members of `{ minutes: 21, price: 50 }`; null when a member is no simple value. */
function parsePrintedMembers(printed: string): Map<string, string> | null {
	const membersText = /^\{ (.*) \}$/.exec(printed)?.[1];
	if (membersText === undefined) return null;
	const members = new Map<string, string>();
	PRINTED_MEMBER_PATTERN.lastIndex = 0;
	while (PRINTED_MEMBER_PATTERN.lastIndex < membersText.length) {
		const match = PRINTED_MEMBER_PATTERN.exec(membersText);
		if (match === null) return null;
		members.set(match[1] ?? '', match[2] ?? '');
	}
	return members;
}

function unquoteValue(printed: string): string {
	return printed.startsWith('"') ? String(JSON.parse(printed)) : printed;
}

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
