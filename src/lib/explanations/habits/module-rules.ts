/** Habits about importing from files and modules. */
import { createPatternFromTemplate, UNKNOWN_NAME_ERROR_CODES } from './error-codes.ts';
import { PROGRAM_KINDS_WITH_DRAWING, type HabitRule } from './habit-rule.ts';

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
