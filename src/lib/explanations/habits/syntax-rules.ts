import {
	CALCULATION_ERROR_CODES,
	createPatternFromTemplate,
	type HabitRule,
	UNKNOWN_NAME_ERROR_CODES,
	PROGRAM_KINDS_WITH_DRAWING
} from './habit-rule.ts';
import { SIGN_REPLACEMENTS } from './foreign-words.ts';

export const SIGN_HABIT_RULES: readonly HabitRule[] = [
	{
		habit: 'assignInCondition',
		codes: 'any',
		pattern:
			/(?<=\b(?:if|while)\b[^\n]*(?:&&|\|\|)[ \t]*\(?)(?<a>[\p{L}\w.]+)[ \t]*(?<at>=)(?![=>])[ \t]*(?<b>[^=()\n&|]+?)[ \t]*(?:\)|&&|\|\|)/dgmu
	},
	{ habit: 'singleLogicSign', codes: [2447] },
	{ habit: 'formatText', includesTexts: true, codes: 'any', pattern: /(?<![\p{L}\w])(?<at>f['"])/dgmu },
	{
		habit: 'apostrophe',
		includesTexts: true,
		codes: [1005, 1002, 1434, 1435, 1003],
		pattern: /'[^'"\n]*\p{L}(?<at>')\p{L}[^'\n]*'/dgmu
	},
	{ habit: 'equalsFirst', codes: 'any', pattern: /(?<at>=(?<a>[<]))(?![<])[ \t]*[\p{L}\w(]/dgmu },
	{ habit: 'splitSign', codes: 'any', pattern: /(?<at>(?<a>[<>=!])[ \t]+(?<b>={1,2}))/dgmu },
	{ habit: 'notEqualSign', codes: 'any', pattern: /(?<at>(?<a><>|=!|\/=(?=[ \t]*\d)))/dgmu },
	{ habit: 'placeholder', codes: [1127], pattern: /(?<at>…)/dgmu },
	{ habit: 'placeholder', codes: 'any', pattern: /(?<at>\.\.\.)[ \t]*[;)*+/-]/dgmu },
	{
		habit: 'foreignSign',
		codes: [1127],
		errorPlace: 'here',
		pattern: /(?<at>(?<a>[^\w\s]))/dgmu,
		replacements: SIGN_REPLACEMENTS
	},
	{ habit: 'curlyQuote', codes: [1127], errorPlace: 'here', pattern: /(?<at>(?<a>[‘’‚“”„«»´]))/dgmu },
	{
		habit: 'unit',
		codes: 'any',
		pattern:
			/(?<![\p{L}\w.])(?<at>(?<a>\d+(?:\.\d+)?)[ \t]*(?<b>minutes?|min|heures?|h|km|m|kg|g|grammes?|kJ|cm|s|c|cts?|cents?|centimes?|euros?|pts?|points?|degrees?|degrés?|€|°C?|%(?=[ \t]*(?:[;)]|$))))(?![\p{L}\w(])/dgmu
	},
	{ habit: 'thousands', codes: 'any', pattern: /(?<![\p{L}\w.])(?<at>\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?!\w)/dgmu },
	{
		habit: 'timesLetter',
		codes: 'any',
		pattern:
			/(?<=[\p{L}\w)\]][ \t]+|[\d)])(?<!\b(?:let|const|var|function|import|return|case|new|of|in)[ \t]+)(?<at>[xX])(?=[ \t]+(?!(?:from|of|in|as)\b)[\p{L}\w(]|\d)/dgmu
	},
	{
		habit: 'doubleComparison',
		codes: [2365, 2367],
		pattern:
			/(?<at>(?<a>[\p{L}\w.]+)[ \t]*(?<b>[<>]=?)[ \t]*(?<c>[\p{L}\w.]+)[ \t]*(?<d>[<>]=?)[ \t]*(?<e>[\p{L}\w.]+))/dgmu
	},
	{ habit: 'returnSign', codes: 'any', pattern: /\breturn[ \t]*(?<at>(?<a>[=:]))/dgmu },
	{
		habit: 'decimalComma',
		codes: [2554, 2555],
		// TypeScript underlines the values that are too many; where values are missing, it underlines the function before them.
		errorPlace: 'after',
		pattern: /(?<![\w.])(?<at>(?<a>\d+),(?<b>\d+))(?!\w)/dgmu
	},
	{ habit: 'assignedCalculation', codes: [2364] },
	{
		habit: 'assignedCalculation',
		codes: [1005],
		pattern: /^[ \t]*[\p{L}_][\p{L}\w.]*[ \t]*[-+*/%][ \t]*[\p{L}\w.]+[ \t]*(?<at>=)(?![=>])/dgmu
	},
	{ habit: 'starMissing', codes: [2349], pattern: /(?<![\p{L}\w.])(?<at>(?<a>\d+(?:\.\d+)?)[ \t]*\()/dgmu },
	{ habit: 'starMissing', codes: [1005, 1434], pattern: /(?<at>\)[ \t]*(?<a>\d+))/dgmu },
	{ habit: 'mathComma', codes: [2304], pattern: /\bMath(?<at>,)[ \t]*(?<a>\w+)/dgmu },
	{ habit: 'listsAdded', codes: [2365], message: /\[\]['’][^[\]]*\[\]['’]/, pattern: /(?<at>\+)/dgmu },
	{ habit: 'minusPower', codes: [17006], pattern: /(?<at>(?<a>-[ \t]*[\p{L}\w.]+)[ \t]*\*\*)/dgmu }
];

const P5_MODULE_RULES: readonly Omit<HabitRule, 'habit'>[] = [
	{ includesTexts: true, codes: [2307], pattern: /(?<at>['"]p5(?:[./][\w./]*)?['"])/dgmu },
	{ codes: 'any', pattern: /^[ \t]*import[ \t]+(?<at>p5)\b/dgmu },
	{ codes: UNKNOWN_NAME_ERROR_CODES, errorPlace: 'here', pattern: /(?<![\w.])(?<at>p5)\b/dgmu }
];

export const MODULE_HABIT_RULES: readonly HabitRule[] = [
	...P5_MODULE_RULES.map((rule): HabitRule => ({ ...rule, habit: 'noP5', kinds: ['challenge'] })),
	...P5_MODULE_RULES.map((rule): HabitRule => ({ ...rule, habit: 'p5InSketch', kinds: ['sketch'] })),
	{ habit: 'preloadNotCalled', kinds: ['p5'], pattern: /^(?:async[ \t]+)?function[ \t]+(?<at>preload)[ \t]*\(/dgmu },
	{
		habit: 'fileDot',
		includesTexts: true,
		codes: [2307],
		pattern: /(?<at>['"](?<a>given|main|next-pizza|[\w-]+\.ts)['"])/dgmu
	},
	{
		habit: 'noPackage',
		includesTexts: true,
		codes: [2307],
		kinds: PROGRAM_KINDS_WITH_DRAWING,
		pattern: /(?<at>['"](?<a>[^.'"\n][^'"\n]*)['"])/dgmu
	},
	{
		habit: 'pythonImport',
		codes: 'any',
		kinds: PROGRAM_KINDS_WITH_DRAWING,
		pattern: /^[ \t]*from[ \t]+(?<at>(?<a>\w+))[ \t]+import\b/dgmu
	},
	{
		habit: 'pythonImport',
		codes: 'any',
		kinds: PROGRAM_KINDS_WITH_DRAWING,
		pattern: /^[ \t]*import[ \t]+(?<at>(?<a>\w+))[ \t]*;?[ \t]*$/dgmu
	},
	{ habit: 'fileQuotes', codes: 'any', pattern: /^[ \t]*import\b[^\n]*\bfrom[ \t]+(?<at>(?<a>\.?\/?[\w./-]+))/dgmu },
	{
		habit: 'importBraces',
		codes: [2613],
		pattern: createPatternFromTemplate(String.raw`^[ \t]*import[ \t]+(?<at>(?<a>NAME))`)
	},
	{ habit: 'importAndOwn', codes: [2440] }
];

export const STRUCTURE_HABIT_RULES: readonly HabitRule[] = [
	{ habit: 'quotesMissing', codes: 'any', pattern: /(?<![\w'"])(?<at>(?<a>#[\da-fA-F]{3,8}))\b/dgmu },
	{ habit: 'pageText', codes: 'any', pattern: /^[ \t]*(?<at><(?:!|\/?[a-z]+\b))/dgmu },
	// TypeScript may read a tag's `<` as its own sign, and then reports the error further down.
	{ habit: 'pageText', codes: 'any', errorPlace: 'file', pattern: /^(?<at><[a-z][a-z\d]*(?: [^<>\n]*)?>)[ \t]*$/dgmu },
	{ habit: 'hashComment', codes: 'any', pattern: /^[ \t]*(?<at>#)/dgmu },
	{
		habit: 'pythonFor',
		codes: 'any',
		pattern: createPatternFromTemplate(String.raw`^[ \t]*(?<at>for[ \t]+(?<a>NAME)[ \t]+in)[ \t]+(?!range)(?<b>NAME)`)
	},
	{
		habit: 'pythonFor',
		codes: 'any',
		pattern: createPatternFromTemplate(
			String.raw`\bfor[ \t]*\([ \t]*(?:const|let|var)?[ \t]*(?<a>NAME)[ \t]*(?<at>:)[ \t]*(?<b>NAME)[ \t]*\)`
		)
	},
	{ habit: 'comprehension', codes: 'any', pattern: /(?<at>\[)[^\]\n]*\bfor\b[^\]\n]*\bin\b/dgmu },
	{
		habit: 'pythonRange',
		codes: 'any',
		pattern: createPatternFromTemplate(
			String.raw`^[ \t]*(?<at>for[ \t]+(?<a>NAME)[ \t]+in[ \t]+range)[ \t]*\((?<b>[^,()\n]+)\)`
		)
	},
	{
		habit: 'pythonCondition',
		codes: 'any',
		pattern: /^[ \t]*(?<at>(?<a>if|while)[ \t]+(?<b>[^(\n][^:\n{]*?)[ \t]*:)[ \t]*(?:return\b|$)/dgmu
	},
	{ habit: 'pythonCondition', codes: 'any', pattern: /^[ \t]*(?<a>if|while)[ \t]*\((?<b>[^\n]*)\)[ \t]*(?<at>:)/dgmu },
	{ habit: 'pythonElse', codes: 'any', pattern: /^[ \t]*\}?[ \t]*else[ \t]*(?<at>:)/dgmu },
	{ habit: 'elseCondition', codes: 'any', pattern: /\belse[ \t]*(?<at>\((?<a>[^()\n]*)\))/dgmu },
	{ habit: 'elseAlone', codes: [1128], errorPlace: 'here', pattern: /(?<at>else)\b/dgmu },
	{ habit: 'emptyBody', codes: [1313], pattern: /\b(?<a>if)\b[^\n]*?(?<at>;)/dgmu },
	{
		habit: 'functionMissing',
		codes: 'any',
		pattern: createPatternFromTemplate(String.raw`^[ \t]*export[ \t]+(?!default\b)(?<at>(?<a>NAME))[ \t]*\([^\n]*\{`)
	},
	{ habit: 'functionWords', codes: 'any', pattern: /\bfunction[ \t]+(?<at>[\p{L}\w]+[ \t-]+[\p{L}\w]+)[ \t]*\(/dgmu },
	{
		habit: 'functionParentheses',
		codes: 'any',
		pattern: createPatternFromTemplate(String.raw`\bfunction[ \t]+(?<at>(?<a>NAME))[ \t]*\{`)
	},
	{ habit: 'functionColon', codes: 'any', pattern: /\bfunction\b[^\n]*\)[^\n]*(?<at>:)[ \t]*$/dgmu },
	{
		habit: 'functionSemicolon',
		codes: [2391],
		pattern: /\bfunction\b[^\n]*(?<at>;)[ \t]*\{?[ \t]*$/dgmu,
		explainedCodes: [1108]
	},
	{ habit: 'arrowMissing', codes: [1005], message: /'=>'/, pattern: /\)[ \t]*(?<at>\{)/dgmu },
	{ habit: 'exportInside', codes: [1184] },
	{
		habit: 'numberRepeated',
		codes: [2488],
		message: /['’]number['’]/,
		pattern: createPatternFromTemplate(
			String.raw`\bfor[ \t]*\([ \t]*(?:const|let|var)[ \t]+(?<a>NAME)[ \t]+of[ \t]+(?<at>(?<b>[^()\n]+?))[ \t]*\)`
		)
	},
	{ habit: 'declarationAfterCondition', codes: [1156], pattern: /(?<at>(?<a>const|let))[ \t]/dgmu },
	{ habit: 'forCommas', codes: 'any', pattern: /\bfor[ \t]*\([^;()\n]*?(?<at>,)[^;()\n]*,[^;()\n]*\)/dgmu },
	{
		habit: 'forDeclared',
		codes: [2304, 2552],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(String.raw`\bfor[ \t]*\([ \t]*(?<at>(?<a>NAME))[ \t]*=`)
	},
	{
		habit: 'forOfDeclared',
		codes: [2304, 2552],
		errorPlace: 'here',
		pattern: createPatternFromTemplate(
			String.raw`\bfor[ \t]*\([ \t]*(?<at>(?<a>NAME))[ \t]+(?:of|in)[ \t]+(?<b>[^)\n]+)\)`
		)
	},
	{
		habit: 'forIn',
		codes: CALCULATION_ERROR_CODES,
		errorPlace: 'file',
		pattern: createPatternFromTemplate(
			String.raw`\bfor[ \t]*\([ \t]*(?:const|let|var)[ \t]+(?<a>NAME)[ \t]+(?<at>in)[ \t]+(?<b>NAME)[ \t]*\)`
		),
		explainedCodes: CALCULATION_ERROR_CODES
	}
];
