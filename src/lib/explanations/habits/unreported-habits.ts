import type { HabitRule } from './habit-rule.ts';

/** Matches an opening parenthesis of a condition or calculation; that of a call, such as `max(0,10)`, does not match. */
const CALCULATION_PARENTHESIS_PATTERN = String.raw`(?:\b(?:if|while|return)[ \t]*|(?<![\p{L}\w)\]][ \t]*))\(`;
/**
 * Matches a line up to a place outside of calls and lists: conditions and parentheses of a calculation may be open there. A line
 * that begins with a sign or a number continues the line before, perhaps within a call.
 */
const OUTSIDE_CALLS_PATTERN = String.raw`^[ \t]*(?=[\p{L}_(}])(?:[^()[\]{}\n]|\([^()\n]*\)|\[[^[\]\n]*\]|\{|\}|${CALCULATION_PARENTHESIS_PATTERN})*?`;
/** Matches one side of a comparison, in which all parentheses and brackets are closed. */
const COMPARISON_SIDE_PATTERN = String.raw`(?:[^()[\]{}&|?:;,=<>!'"\n]|\([^()\n]*\)|\[[^[\]\n]*\])+`;
/** Matches the beginning of a condition, up to a sign outside of all its parentheses and brackets. */
const CONDITION_START_PATTERN = String.raw`(?:[^()[\]{};\n]|\((?:[^()\n]|\([^()\n]*\))*\)|\[[^[\]\n]*\])*`;
/** Matches the beginning of a line that does not continue the line before: it begins the text, or follows `;` or a brace. */
const STATEMENT_START_PATTERN = String.raw`(?<=(?:(?<![\s\S])|[;{}])\s{0,200})^[ \t]*`;

export const UNREPORTED_HABIT_RULES: readonly HabitRule[] = [
	{
		habit: 'assignInCondition',
		pattern:
			/\b(?:if|while)[ \t]*\([ \t]*(?<a>[\p{L}_][\p{L}\w.]*)[ \t]*(?<at>=)(?![=><!])[ \t]*(?<b>[\p{L}\w.'"][^=()&|\n]*?)[ \t]*(?:\)|&&|\|\|)/dgmu,
		explainedCodes: [2588]
	},
	{
		habit: 'assignInCondition',
		pattern: new RegExp(
			String.raw`\b(?:if|while)[ \t]*\(${CONDITION_START_PATTERN}(?:&&|\|\|)[ \t]*(?<a>[\p{L}_][\p{L}\w.]*)[ \t]*(?<at>=)(?![=><!])(?<b>[ \t]*[\p{L}\w.'"][^=()&|\n]*?)[ \t]*(?:\)|&&|\|\|)`,
			'dgmu'
		),
		explainedCodes: [2588]
	},
	{
		habit: 'backwardsGreater',
		pattern: new RegExp(
			String.raw`\b(?:if|while)[ \t]*\((?:${CONDITION_START_PATTERN}(?:&&|\|\|))?[ \t]*\(?(?<a>${COMPARISON_SIDE_PATTERN})(?<at>=>)(?<b>${COMPARISON_SIDE_PATTERN})(?=\)|&&|\|\|)`,
			'dgmu'
		)
	},
	{
		habit: 'backwardsGreater',
		pattern: new RegExp(
			String.raw`\bfor[ \t]*\([^;\n]*;(?<a>${COMPARISON_SIDE_PATTERN})(?<at>=>)(?<b>${COMPARISON_SIDE_PATTERN});`,
			'dgmu'
		)
	},
	{
		habit: 'decimalComma',
		pattern: new RegExp(
			String.raw`${OUTSIDE_CALLS_PATTERN}(?:=|\breturn\b|[-+*/<>%?:]|${CALCULATION_PARENTHESIS_PATTERN})[ \t]*(?<at>(?<a>\d+),(?<b>\d+))(?![\d]*[ \t]*[,\]])`,
			'dgmu'
		),
		explainedCodes: [1005, 1134]
	},
	{
		habit: 'decimalComma',
		pattern: /\[[ \t]*(?<at>(?<a>\d+),(?<b>\d+)),[ \t]+\d+,\d+/dgmu
	},
	{
		habit: 'emptyBody',
		pattern: /^[ \t]*(?<a>while|for)\b[^\n{}]*\)[ \t]*(?<at>;)[ \t]*\{[ \t]*$/dgmu
	},
	{
		habit: 'plusAfterEquals',
		// Without a space, `=-1` may be a right negative number, and `=+text` the number that a text stands for.
		pattern:
			/(?<!\b(?:const|let|var)[ \t]+|[\p{L}\w.])(?<a>[\p{L}_][\p{L}\w.]*)[ \t]*(?<at>=(?<b>[-+](?=[ \t]+[\p{L}\w])|\+(?=\d)))/dgmu
	},
	{
		habit: 'comparedStatement',
		pattern: new RegExp(
			String.raw`${STATEMENT_START_PATTERN}(?<a>[\p{L}_][\p{L}\w.]*)[ \t]*(?<at>={2,3})[ \t]*(?<b>[^=;\n]+?)[ \t]*(?:;|$)`,
			'dgmu'
		)
	},
	{
		habit: 'lostValue',
		pattern: new RegExp(
			String.raw`${STATEMENT_START_PATTERN}(?!(?:return|throw|case|await|yield|typeof|new|const|let|var|import|export|type|else|default|if|while|for|function)\b)(?<at>(?<a>[\p{L}\w][\p{L}\w.]*(?:\([^()\n]*\))?[ \t]*(?:[-*/%]|\+(?!\+))[ \t]*[\p{L}\w(][^=;\n]*?))[ \t]*(?:;|(?<![-+*/%&|?:,<>([{.]\s*)$(?!\s*[-+*/%&|?:,.)\]]))`,
			'dgmu'
		),
		explainedCodes: [2355, 2366]
	},
	{
		habit: 'orValue',
		pattern:
			/(?<a>[\p{L}_][\p{L}\w.]*)[ \t]*===?[ \t]*(?<b>[\d.]+|'[^'\n]*'|"[^"\n]*")[ \t]*\|\|[ \t]*(?<at>(?<c>[\d.]+|'[^'\n]*'|"[^"\n]*"))[ \t]*(?:\)|\|\|)/dgmu
	},
	{
		habit: 'calledByBraise',
		pattern:
			/^[ \t]*(?:export[ \t]+)?(?:async[ \t]+)?function[ \t]+(?<at>(?<a>Draw|DRAW|Setup|SETUP|SetUp|setUp|MousePressed|mousepressed|KeyPressed|keypressed))[ \t]*\(/dgmu,
		replacements: {
			Draw: 'draw',
			DRAW: 'draw',
			Setup: 'setup',
			SETUP: 'setup',
			SetUp: 'setup',
			setUp: 'setup',
			MousePressed: 'mousePressed',
			mousepressed: 'mousePressed',
			KeyPressed: 'keyPressed',
			keypressed: 'keyPressed'
		},
		replacesDeclaredNames: true,
		kinds: ['sketch', 'p5']
	},
	{ habit: 'powerCaret', pattern: /(?<=[\p{L}\w)\]])[ \t]*(?<at>\^)[ \t]*(?<a>[23])\b/dgmu },
	{
		habit: 'divisionComment',
		includesTexts: true,
		pattern: /(?<=^[^'"`\n/]*[\p{L}\w)][ \t]*)(?<at>\/\/)[ \t]*(?<a>\d+)[ \t]*(?:[-+*/;)]|$)/dgmu
	},
	{
		habit: 'textNotNumber',
		includesTexts: true,
		pattern:
			/\bNumber\((?<at>(?<a>'[^'\n\d]*[^'\d\s.,+-][^'\n]*'|"[^"\n\d]*[^"\d\s.,+-][^"\n]*"|'\d[^'\n]*[^'\d.\s][^'\n]*'|"\d[^"\n]*[^"\d.\s][^"\n]*"))\)/dgmu
	},
	{ habit: 'negativePlace', pattern: /(?<![\p{L}\w])(?<a>[\p{L}_][\p{L}\w]*)\[(?<at>-(?<b>\d+))\]/dgmu },
	{
		habit: 'pairAssigned',
		pattern: new RegExp(
			String.raw`${STATEMENT_START_PATTERN}(?<at>(?<a>[\p{L}_][\p{L}\w.[\]]*)[ \t]*,[ \t]*(?<b>[\p{L}_][\p{L}\w.[\]]*)[ \t]*=)(?![=>])[^,;\n]*,`,
			'dgmu'
		)
	},
	{
		habit: 'inList',
		pattern: /\b(?:if|while)[ \t]*\([ \t]*(?<b>[\p{L}\w.]+)[ \t]+(?<at>in)[ \t]+(?<a>[\p{L}\w]+)[ \t]*\)/dgmu,
		nameKind: 'list'
	},
	{
		habit: 'callParentheses',
		pattern: /(?<![.\p{L}\w])(?<at>(?<a>[\p{L}_][\p{L}\w]*)[{[](?<b>[\p{L}_][\p{L}\w]*)[}\]])/dgmu,
		nameKind: 'function'
	}
];
