/** Habits about functions, conditions and loops. */
import { CALCULATION_ERROR_CODES, createPatternFromTemplate } from './error-codes.ts';
import type { HabitRule } from './habit-rule.ts';

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
