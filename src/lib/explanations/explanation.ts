import type { englishHabitTexts } from './habits/texts.en.ts';

/** One plain sentence for each habit; `{0}`, `{1}` and so on stand for parts of the program. */
export type HabitTexts = Record<keyof typeof englishHabitTexts, string>;
export type Habit = Exclude<keyof typeof englishHabitTexts, 'notUnderstood'>;

export const MISTAKES = [
	// Syntax errors
	'quote',
	'template',
	'comment',
	'brace',
	'openingBrace',
	'parenthesis',
	'openingParenthesis',
	'functionParentheses',
	'bracket',
	'comma',
	'semicolon',
	'colon',
	'equals',
	'expected',
	'expression',
	'statement',
	'keyword',
	'character',
	'nameNeeded',
	'reserved',
	'digit',
	'decimal',
	'constantEmpty',
	'returnOutside',
	'breakOutside',
	'await',
	// Type and name errors
	'unknown',
	'misspelt',
	'property',
	'propertyMisspelt',
	'assigned',
	'textOrNumber',
	'nothingReturned',
	'argument',
	'count',
	'noReturn',
	'someReturn',
	'calculation',
	'operator',
	'neverEqual',
	'alwaysTrue',
	'alwaysFalse',
	'notCalled',
	'emptyCondition',
	'unassigned',
	'tooEarly',
	'twice',
	'functionTwice',
	'propertyTwice',
	'constant',
	'readOnly',
	'maybeNothing',
	'module',
	'export',
	'exportMisspelt',
	'notFunction',
	'notList',
	'missingProperty',
	'missingProperties',
	'excessProperty',
	'caseNever',
	'ownMember',
	'overload',
	// Run-time errors
	'ranUnknown',
	'ranTooEarly',
	'ranNotFunction',
	'ranOfNothing',
	'ranConstant',
	'ranNotList',
	'ranRecursion',
	'ranLength',
	'ranDigits',
	'ranJson',
	'ranBigInt',
	'ranReadOnly',
	'ranEmptyReduce',
	'ranEndless',
	'ranMemory'
] as const;
export type Mistake = (typeof MISTAKES)[number];

export type MistakeTexts = Record<Mistake, readonly [meaning: string, advice: string]>;

export interface RecognisedMistake {
	mistake: Mistake;
	names: string[];
}

export interface Explanation {
	mistake: Mistake | Habit | 'notUnderstood';
	meaning: string;
	/** Advice where to look or what to try; null when the first sentence says everything. */
	advice: string | null;
	missingImport?: { name: string; module: string };
}

export interface FileProblem {
	explanation: Explanation;
	start: number;
	length: number;
	/** Number of TypeScript's error; null where TypeScript reports none. */
	code: number | null;
	/** TypeScript's message without its advice to programmers; null where nothing is left. */
	originalMessage: string | null;
}
