import {
	CALCULATION_ERROR_CODES,
	createPatternFromTemplate,
	UNKNOWN_NAME_ERROR_CODES,
	type HabitRule
} from './habit-rule.ts';
import {
	FOREIGN_NAME_RULES,
	CAPITALISED_KEYWORD_REPLACEMENTS,
	MATH_CONSTANT_REPLACEMENTS,
	MATH_FUNCTION_REPLACEMENTS,
	MEMBER_REPLACEMENTS,
	TYPE_REPLACEMENTS,
	WORD_REPLACEMENTS
} from './foreign-words.ts';

const SELF_USING_DECLARATION_PATTERN = createPatternFromTemplate(
	String.raw`^[ \t]*(?<at>(?<b>let|const|var)[ \t]+(?<a>NAME))[^=\n]*=(?!=)[^\n]*?(?<![.\p{L}\w])\k<a>(?![\p{L}\w])`
);

export const NAME_HABIT_RULES: readonly HabitRule[] = [
	{
		habit: 'capitalWord',
		codes: 'any',
		pattern: createPatternFromTemplate('(?<![.\\w])(?<at>(?<a>[A-Z]NAME|If|IF))(?![\\p{L}\\w])'),
		replacements: CAPITALISED_KEYWORD_REPLACEMENTS,
		explainedCodes: [2355, 2366]
	},
	{
		habit: 'typeBefore',
		codes: 'any',
		pattern: createPatternFromTemplate(
			String.raw`[(,][ \t]*(?<at>(?:int|float|double|str|string|number|bool|boolean)[ \t]+(?<a>NAME))`
		)
	},
	{
		habit: 'typeForConst',
		codes: 'any',
		pattern: createPatternFromTemplate(
			String.raw`^[ \t]*(?<at>(?<b>int|float|double|str|string|number|bool|boolean|auto)[ \t]+(?<a>NAME))[ \t]*=`
		)
	},
	{
		habit: 'foreignType',
		codes: [2304, 2552, 2503, 2749],
		pattern: createPatternFromTemplate(String.raw`:[ \t]*(?<at>(?<a>NAME))`),
		replacements: TYPE_REPLACEMENTS
	},
	{
		habit: 'foreignType',
		codes: CALCULATION_ERROR_CODES,
		errorPlace: 'file',
		pattern: /:[ \t]*(?<at>(?<a>Number|String|Boolean))\b/dgmu,
		replacements: TYPE_REPLACEMENTS,
		explainedCodes: CALCULATION_ERROR_CODES
	},
	{
		habit: 'foreignWord',
		codes: 'any',
		// Without a parenthesis after them, `sum`, `len` and `range` are names that the student chose, not Python's functions.
		pattern: createPatternFromTemplate(
			String.raw`(?<![.\p{L}\w])(?!(?:sum|len|range)(?![\p{L}\w]|[ \t]*\())(?<at>(?<a>NAME))(?![\p{L}\w])`
		),
		replacements: WORD_REPLACEMENTS,
		explainedCodes: [2355, 2366]
	},
	...mathNameRules(UNKNOWN_NAME_ERROR_CODES, String.raw`(?<![.\p{L}\w])`),
	...FOREIGN_NAME_RULES,
	{
		habit: 'declaredAgain',
		codes: [2448],
		errorPlace: 'after',
		pattern: SELF_USING_DECLARATION_PATTERN,
		nameKind: 'declaredTwice'
	},
	{
		habit: 'ownLineUse',
		codes: [2448],
		errorPlace: 'after',
		pattern: SELF_USING_DECLARATION_PATTERN
	},
	{
		habit: 'nameHidesFunction',
		codes: [2349],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))[ \t]*\(`),
		nameKind: 'hidesImportable'
	},
	{ habit: 'lengthCalled', codes: [2349], pattern: /\.(?<at>length\(\))/dgmu },
	{
		habit: 'valueCalled',
		codes: [2349],
		pattern: createPatternFromTemplate(String.raw`(?<at>(?<a>Math\.(?:PI|E|SQRT2)|NAME\.lat|NAME\.lon)\(\))`)
	},
	{
		habit: 'removeMember',
		codes: [2339, 2551],
		pattern: createPatternFromTemplate(
			String.raw`(?<![.\p{L}\w])(?<a>NAME(?:\.NAME)*)\.(?<at>remove|delete)[ \t]*\([ \t]*(?<b>[\p{L}_'"][^(),\n]*?)[ \t]*\)`
		)
	},
	{
		habit: 'foreignMember',
		codes: [2339, 2551, 2550],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`\.(?<at>(?<a>NAME))`),
		replacements: MEMBER_REPLACEMENTS
	},
	{
		habit: 'functionNotMember',
		codes: [2339],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`\.(?<at>(?<a>NAME))[ \t]*\(`),
		nameKind: 'function'
	},
	{
		habit: 'listMember',
		codes: [2339, 2551],
		// When TypeScript proposes `length`, the name is a misspelt `length` of the list.
		message: /\[\]['’"](?!.*\blength\b)/,
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`(?<b>NAME)\.(?<at>(?<a>NAME))`)
	},
	...mathNameRules([2339], String.raw`\.`),
	{
		habit: 'otherBraces',
		codes: [2304, 2552, 18004],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))`),
		nameKind: 'declaredAround'
	},
	{
		habit: 'constMissing',
		codes: [2304],
		errorPlace: 'here',
		// In a line that declares a new name, the value after = does not contain this name.
		pattern: createPatternFromTemplate(
			String.raw`^[ \t]*(?<at>(?<a>NAME))[ \t]*=(?![=>])(?![^\n]*(?<![.\p{L}\w])\k<a>(?![\p{L}\w]))`
		)
	},
	{
		habit: 'otherBraces',
		codes: [2304, 2552, 18004],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))`),
		nameKind: 'declared'
	},
	{
		habit: 'otherParameter',
		codes: [2304, 2552, 18004],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))`),
		nameKind: 'parameter'
	},
	{
		habit: 'constMissing',
		codes: [2304],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`^[ \t]*(?<at>(?<a>NAME))[ \t]*=(?![=>])`)
	},
	{
		habit: 'constMissing',
		codes: 'any',
		pattern: createPatternFromTemplate(
			String.raw`^[ \t]*(?<at>(?<a>NAME))[ \t]*:[ \t]*(?:number|string|boolean)[ \t]*=`
		)
	},
	{
		habit: 'colourQuotes',
		// Several error codes, because some colour names are functions in a sketch.
		codes: [2304, 2345, 2769],
		errorPlace: 'here',
		pattern: /[(,][ \t]*(?<at>(?<a>black|white|grey|gray|red|green|blue|yellow|orange|purple|pink|brown))[ \t]*[,)]/dgmu
	},
	{
		habit: 'frenchColour',
		codes: [2304, 2345, 2552, 2769],
		errorPlace: 'here',
		pattern: /[(,][ \t]*(?<at>(?<a>rouge|vert|bleu|jaune|noir|blanc|gris|rose|marron|doré))[ \t]*[,)]/dgmu,
		replacements: {
			rouge: 'red',
			vert: 'green',
			bleu: 'blue',
			jaune: 'yellow',
			noir: 'black',
			blanc: 'white',
			gris: 'grey',
			rose: 'pink',
			marron: 'brown',
			doré: 'gold'
		}
	},
	{
		habit: 'quotesMissing',
		codes: [2304],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`\breturn[ \t]+(?<at>(?<a>NAME))[ \t]*;?[ \t]*\}?[ \t]*$`)
	},
	{ habit: 'functionAssigned', codes: [2630] },
	{
		habit: 'listNeeded',
		codes: [2322, 2739, 2740, 2741],
		message: /^[^\n]*['’](?<type>[\p{L}\w]+)['’][^\n]*['’]\k<type>\[\]['’]/u,
		pattern: createPatternFromTemplate(
			String.raw`(?:\breturn|(?<![=<>!])=)[ \t]+(?<at>(?<a>NAME))[ \t]*;?[ \t]*\}?[ \t]*$`
		)
	},
	{
		habit: 'placeNeeded',
		codes: [2538],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`\[[ \t]*(?<at>(?<a>NAME))[ \t]*\]`)
	},
	{ habit: 'returnAlone', codes: [2322], pattern: /(?<at>return)[ \t]*;?[ \t]*$/dgmu },
	{
		habit: 'numberInQuotes',
		includesTexts: true,
		codes: CALCULATION_ERROR_CODES,
		pattern: /(?<at>(?<b>['"])(?<a>\d+(?:[.,]\d+)?)\k<b>)/dgmu
	},
	{ habit: 'fixedText', codes: CALCULATION_ERROR_CODES, pattern: /\.(?<at>toFixed)\b/dgmu },
	{
		habit: 'methodNotCalled',
		codes: [2322, 2345],
		message: /\) =>/,
		pattern: createPatternFromTemplate(String.raw`\.(?<at>(?<a>NAME))[ \t]*;?[ \t]*$`)
	},
	{
		habit: 'functionAsValue',
		codes: [2362, 2363, 2365],
		pattern: createPatternFromTemplate(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))(?![\p{L}\w]|[ \t]*\()`),
		nameKind: 'function'
	},
	{
		habit: 'backwardsGreater',
		codes: [2322],
		message: /\) => .*['’]boolean['’]/,
		pattern: /\breturn[ \t]+(?<a>[\p{L}\w.]+)[ \t]*(?<at>=>)[ \t]*(?<b>[^;{\n]+?)[ \t]*(?:;|$)/dgmu
	},
	{
		habit: 'functionAsValue',
		codes: [2322, 2345],
		message: /=>/,
		pattern: createPatternFromTemplate(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))(?![\p{L}\w]|[ \t]*\()`),
		nameKind: 'function'
	},
	{
		habit: 'callParentheses',
		codes: 'any',
		pattern: createPatternFromTemplate(String.raw`(?<![.\p{L}\w])(?<at>(?<a>NAME))(?=[ \t]+(?<b>NAME))`),
		nameKind: 'function'
	},
	{ habit: 'typeAsValue', codes: [2693] },
	{ habit: 'importAssigned', codes: [2632] },
	{ habit: 'otherText', codes: [2820] },
	{ habit: 'notAmong', codes: [2322], message: /['’]"[^"]*"['’]/ },
	{ habit: 'compareNothing', codes: [2845] }
];

/**
 * Returns the rules of mathematical names after `before`. A function's name counts only where it is called: `max` alone may be a
 * property written without its object.
 */
function mathNameRules(codes: readonly number[], before: string): HabitRule[] {
	const namePattern = String.raw`${before}(?<at>(?<a>NAME))`;
	return [
		{
			habit: 'mathName',
			codes,
			errorPlace: 'here',
			pattern: createPatternFromTemplate(String.raw`${namePattern}(?=[ \t]*\()`),
			replacements: MATH_FUNCTION_REPLACEMENTS
		},
		{
			habit: 'mathName',
			codes,
			errorPlace: 'here',
			pattern: createPatternFromTemplate(namePattern),
			replacements: MATH_CONSTANT_REPLACEMENTS
		}
	];
}
