/** Habits about words, types and names. */
import { CALCULATION, createPattern, UNKNOWN } from './codes.ts';
import { ELSEWHERE } from './elsewhere.ts';
import type { HabitRule } from './rule.ts';
import { CAPITALS, MATHEMATICS, MEMBERS, TYPES, WORDS } from './words.ts';

export const NAMES: readonly HabitRule[] = [
	{
		habit: 'capitalWord',
		codes: 'any',
		pattern: createPattern('(?<![.\\w])(?<at>(?<a>[A-Z]NAME|If|IF))(?![\\p{L}\\w])'),
		words: CAPITALS,
		explains: [2355, 2366]
	},
	{
		habit: 'typeBefore',
		codes: 'any',
		pattern: createPattern(
			String.raw`[(,][ \t]*(?<at>(?:int|float|double|str|string|number|bool|boolean)[ \t]+(?<a>NAME))`
		)
	},
	{
		habit: 'typeForConst',
		codes: 'any',
		pattern: createPattern(
			String.raw`^[ \t]*(?<at>(?<b>int|float|double|str|string|number|bool|boolean|auto)[ \t]+(?<a>NAME))[ \t]*=`
		)
	},
	{
		habit: 'foreignType',
		codes: [2304, 2552, 2503, 2749],
		pattern: createPattern(String.raw`:[ \t]*(?<at>(?<a>NAME))`),
		words: TYPES
	},
	{
		habit: 'foreignType',
		codes: CALCULATION,
		where: 'file',
		pattern: /:[ \t]*(?<at>(?<a>Number|String|Boolean))\b/dgmu,
		words: TYPES,
		explains: CALCULATION
	},
	{
		habit: 'foreignWord',
		codes: 'any',
		pattern: createPattern(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))(?![\p{L}\w])`),
		words: WORDS,
		explains: [2355, 2366]
	},
	{
		habit: 'mathName',
		codes: UNKNOWN,
		where: 'here',
		pattern: createPattern(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))`),
		words: MATHEMATICS
	},
	...ELSEWHERE,
	{ habit: 'lengthCalled', codes: [2349], pattern: /\.(?<at>length\(\))/dgmu },
	{
		habit: 'valueCalled',
		codes: [2349],
		pattern: createPattern(String.raw`(?<at>(?<a>Math\.(?:PI|E|SQRT2)|NAME\.lat|NAME\.lon)\(\))`)
	},
	{
		habit: 'foreignMember',
		codes: [2339, 2551, 2550],
		pattern: createPattern(String.raw`\.(?<at>(?<a>NAME))`),
		words: MEMBERS
	},
	{
		habit: 'functionNotMember',
		codes: [2339],
		where: 'here',
		pattern: createPattern(String.raw`\.(?<at>(?<a>NAME))[ \t]*\(`),
		names: 'function'
	},
	{
		habit: 'listMember',
		codes: [2339, 2551],
		message: /\[\]['’"]/,
		where: 'here',
		pattern: createPattern(String.raw`(?<b>NAME)\.(?<at>(?<a>NAME))`)
	},
	{
		habit: 'mathName',
		codes: [2339],
		where: 'here',
		pattern: createPattern(String.raw`\.(?<at>(?<a>NAME))`),
		words: MATHEMATICS
	},
	{
		habit: 'otherBraces',
		codes: [2304, 2552, 18004],
		where: 'here',
		pattern: createPattern(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))`),
		names: 'declared'
	},
	{
		habit: 'constMissing',
		codes: [2304],
		where: 'here',
		pattern: createPattern(String.raw`^[ \t]*(?<at>(?<a>NAME))[ \t]*=(?![=>])`)
	},
	{
		habit: 'constMissing',
		codes: 'any',
		pattern: createPattern(String.raw`^[ \t]*(?<at>(?<a>NAME))[ \t]*:[ \t]*(?:number|string|boolean)[ \t]*=`)
	},
	{
		habit: 'quotesMissing',
		codes: [2304],
		where: 'here',
		pattern:
			/[(,][ \t]*(?<at>(?<a>black|white|grey|gray|red|green|blue|yellow|orange|purple|pink|brown|rouge|vert|bleu|jaune|noir|blanc))[ \t]*[,)]/dgmu
	},
	{
		habit: 'quotesMissing',
		codes: [2304],
		where: 'here',
		pattern: createPattern(String.raw`\breturn[ \t]+(?<at>(?<a>NAME))[ \t]*;?[ \t]*\}?[ \t]*$`)
	},
	{ habit: 'functionAssigned', codes: [2630] },
	{ habit: 'returnAlone', codes: [2322], pattern: /(?<at>return)[ \t]*;?[ \t]*$/dgmu },
	{
		habit: 'numberInQuotes',
		raw: true,
		codes: CALCULATION,
		pattern: /(?<at>(?<b>['"])(?<a>\d+(?:[.,]\d+)?)\k<b>)/dgmu
	},
	{ habit: 'fixedText', codes: CALCULATION, pattern: /\.(?<at>toFixed)\b/dgmu },
	{
		habit: 'methodNotCalled',
		codes: [2322, 2345],
		message: /\) =>/,
		pattern: createPattern(String.raw`\.(?<at>(?<a>NAME))[ \t]*;?[ \t]*$`)
	},
	{
		habit: 'functionAsValue',
		codes: [2362, 2363, 2365],
		pattern: createPattern(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))(?![\p{L}\w]|[ \t]*\()`),
		names: 'function'
	},
	{
		habit: 'functionAsValue',
		codes: [2322, 2345],
		message: /=>/,
		pattern: createPattern(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))(?![\p{L}\w]|[ \t]*\()`),
		names: 'function'
	},
	{
		habit: 'callParentheses',
		codes: 'any',
		pattern: createPattern(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))(?=[ \t]+(?<b>NAME))`),
		names: 'function'
	},
	{ habit: 'typeAsValue', codes: [2693] },
	{ habit: 'importAssigned', codes: [2632] },
	{ habit: 'otherText', codes: [2820] },
	{ habit: 'notAmong', codes: [2322], message: /['’]"[^"]*"['’]/ },
	{ habit: 'compareNothing', codes: [2845] }
];
