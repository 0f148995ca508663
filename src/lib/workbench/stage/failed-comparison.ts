/** Reads the expected and the received value of a failed check from their printed texts. */
import type { Problem } from '#sandbox/report.ts';

type AssertionProblem = Extract<Problem, { kind: 'assertion' }>;

export interface FailedComparison {
	/** Members that are equal in the expected and the received object. */
	sharedMembers: [name: string, value: string][];
	/** Name of the property that differs; null when the values are no objects. */
	differingProperty: string | null;
	expected: string;
	received: string;
	/** Whether the check accepts values close to the expected one. */
	isApproximate: boolean;
}

/** Matchers that compare two values; other matchers need sentences of their own. */
const EQUALITY_MATCHERS = new Set(['toBe', 'toEqual', 'toStrictEqual', 'toBeCloseTo']);

/** Reads a comparison that one sentence can tell; null for lists, nested objects and several differences. */
export function readFailedComparison({ matcher, expected, received }: AssertionProblem): FailedComparison | null {
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

/** Returns the text of a printed value, without quotes around a string. */
export function unquoteValue(printed: string): string {
	return printed.startsWith('"') ? String(JSON.parse(printed)) : printed;
}
