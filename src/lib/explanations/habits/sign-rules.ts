/** Habits about signs, numbers and quotes. */
import type { HabitRule } from './habit-rule.ts';
import { SIGN_REPLACEMENTS } from './word-replacements.ts';

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
