/** What beginners meet most, each with what it means and what to look at. */
export const MISTAKES = [
	// While reading the text
	'quote',
	'template',
	'comment',
	'brace',
	'openingBrace',
	'parenthesis',
	'openingParenthesis',
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
	'name',
	'reserved',
	'digit',
	'decimal',
	'constantEmpty',
	'returnOutside',
	'breakOutside',
	'await',
	// While following names and kinds of values
	'unknown',
	'misspelt',
	'property',
	'propertyMisspelt',
	'assigned',
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
	'missingProperty',
	'excessProperty',
	'caseNever',
	'ownMember',
	'overload',
	// While it runs
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

/** In one language: what it means, what to look at. */
export type Texts = Record<Mistake, readonly [means: string, look: string]>;

/** A mistake, and the names that its message holds. */
export interface Recognised {
	mistake: Mistake;
	names: string[];
}

export interface Explanation {
	mistake: Mistake;
	means: string;
	look: string;
}
