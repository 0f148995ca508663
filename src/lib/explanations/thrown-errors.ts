import type { Explanation, Mistake, RecognisedMistake, HabitTexts } from './explanation.ts';
import { findHabitOfUnknownName } from './habits/find-habits.ts';
import { explainHabit } from './explain-file-problems.ts';
import type { ProgramKind } from './habits/file-context.ts';

const ERROR_MESSAGE_PATTERNS: [Mistake, RegExp][] = [
	[
		'ranTooEarly',
		/cannot access '(.+?)' before initialization|can't access lexical declaration '(.+?)' before|^(\S+) is not initialized/i
	],
	['ranUnknown', /^'?(\S+?)'? is not defined/],
	[
		'ranOfNothing',
		/cannot (?:read|set) propert(?:y|ies) (?:of|'(.+?)' of) (?:undefined|null)(?: \((?:reading|setting) '(.+?)'\))?/i
	],
	['ranOfNothing', /can't access property "(.+?)", .* is (?:undefined|null)|(?:undefined|null) has no properties/],
	['ranNotList', /is not iterable|is not a function or its return value is not iterable|not iterable/],
	['ranNotFunction', /^(.+?) is not a function|^not a function/],
	['ranConstant', /assignment to constant variable|invalid assignment to const '(.+?)'/i],
	['ranReadOnly', /read[- ]only property|object is not extensible|is read-only|can't (?:define|delete) property/i],
	['ranRecursion', /call stack|too much recursion|stack overflow/i],
	['ranLength', /invalid (?:array|string) length/i],
	[
		'ranDigits',
		/argument must be between|digits? out of range|invalid (?:count|digits)|repeat count|precision \d+ out of range|must be (?:between|non-negative)/i
	],
	['ranEmptyReduce', /reduce of empty array|empty array/i],
	['ranJson', /JSON/],
	['ranBigInt', /bigint/i]
];

export function recogniseThrownError(name: string, message: string): RecognisedMistake | undefined {
	// Errors that a student's own code throws on purpose need no explanation.
	if (!/^(?:Type|Reference|Range|Syntax|Internal)Error$/.test(name)) return undefined;
	for (const [mistake, pattern] of ERROR_MESSAGE_PATTERNS) {
		const match = pattern.exec(message);
		if (match) return { mistake, names: match.slice(1).filter((part) => part !== undefined) };
	}
	return undefined;
}

export function explainUndefinedName(
	name: string,
	message: string,
	kind: ProgramKind,
	texts: HabitTexts
): Explanation | undefined {
	// A longer name belongs to no habit, and would be slow to match.
	const unknownName = name === 'ReferenceError' ? /^'?([^\s']{1,100})'? is not defined/.exec(message)?.[1] : undefined;
	const habit = unknownName === undefined ? undefined : findHabitOfUnknownName(unknownName, kind);
	return habit && explainHabit(habit, texts);
}
