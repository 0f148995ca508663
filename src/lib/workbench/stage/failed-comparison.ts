/** Reads what a failed check compared from its printed values: the expected and the received one. */
import type { Problem } from '#sandbox/report.ts';

type Assertion = Extract<Problem, { kind: 'assertion' }>;

export interface FailedComparison {
	/** The members that are the same in the expected and the received object. */
	sharedMembers: [name: string, value: string][];
	/** The property that differs; null when the values are no objects. */
	differingProperty: string | null;
	expected: string;
	received: string;
	/** The check accepts values close to the expected one. */
	isApproximate: boolean;
}

/** The matchers that compare two values; others need sentences of their own. */
const EQUALITY_MATCHERS = new Set(['toBe', 'toEqual', 'toStrictEqual', 'toBeCloseTo']);

/** Returns null where one sentence cannot tell the difference: lists, nested objects, several differences. */
export function readComparison({ matcher, expected, received }: Assertion): FailedComparison | null {
	if (expected === undefined || received === undefined || !EQUALITY_MATCHERS.has(matcher)) return null;
	const isApproximate = matcher === 'toBeCloseTo';
	if (isSimpleValue(expected) && isSimpleValue(received))
		return { sharedMembers: [], differingProperty: null, expected, received, isApproximate };
	const [wanted, got] = [membersOf(expected), membersOf(received)];
	if (wanted === null || got === null) return null;
	const [differing, ...more] = [...wanted].filter(([name, value]) => got.get(name) !== value);
	if (differing === undefined || more.length > 0 || [...got.keys()].some((name) => !wanted.has(name))) return null;
	const [name, value] = differing;
	const sharedMembers = [...wanted].filter(([other]) => other !== name);
	return {
		sharedMembers,
		differingProperty: name,
		expected: value,
		received: got.get(name) ?? 'undefined',
		isApproximate
	};
}

/** Strings are JSON, as `print` writes them; a manipulated frame may send others, which must not be parsed. */
const PRINTED_VALUE = String.raw`"(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[^"\\\x00-\x1f])*"|-?[\d.e+]+|-?Infinity|NaN|true|false|null|undefined`;
const SIMPLE_VALUE = new RegExp(`^(?:${PRINTED_VALUE})$`);
const MEMBER_PATTERN = new RegExp(String.raw`(?:^|, )([\p{L}_$][\p{L}\w$]*): (${PRINTED_VALUE})(?=, |$)`, 'uy');

const isSimpleValue = (printed: string): boolean => SIMPLE_VALUE.test(printed);

/** Reads `{ minutes: 21, price: 50 }`; null when a member is more than a simple value. */
function membersOf(printed: string): Map<string, string> | null {
	const inside = /^\{ (.*) \}$/.exec(printed)?.[1];
	if (inside === undefined) return null;
	const members = new Map<string, string>();
	MEMBER_PATTERN.lastIndex = 0;
	while (MEMBER_PATTERN.lastIndex < inside.length) {
		const found = MEMBER_PATTERN.exec(inside);
		if (found === null) return null;
		members.set(found[1] ?? '', found[2] ?? '');
	}
	return members;
}

/** Returns the text of a printed value, without its quotes. */
export function unquoteValue(printed: string): string {
	return printed.startsWith('"') ? String(JSON.parse(printed)) : printed;
}
