/** Habits about importing from files and modules. */
import { createPatternFromTemplate, UNKNOWN_NAME_CODES } from './codes.ts';
import type { HabitRule } from './rule.ts';

export const MODULE_RULES: readonly HabitRule[] = [
	{ habit: 'noP5', includesTexts: true, codes: [2307], pattern: /(?<at>['"]p5(?:[./][\w./]*)?['"])/dgmu },
	{ habit: 'noP5', codes: 'any', pattern: /^[ \t]*import[ \t]+(?<at>p5)\b/dgmu },
	{ habit: 'noP5', codes: UNKNOWN_NAME_CODES, errorPlace: 'here', pattern: /(?<![\w.])(?<at>p5)\b/dgmu },
	{
		habit: 'fileDot',
		includesTexts: true,
		codes: [2307],
		pattern: /(?<at>['"](?<a>given|main|next-pizza|[\w-]+\.ts)['"])/dgmu
	},
	{ habit: 'noPackage', includesTexts: true, codes: [2307], pattern: /(?<at>['"](?<a>[^.'"\n][^'"\n]*)['"])/dgmu },
	{ habit: 'pythonImport', codes: 'any', pattern: /^[ \t]*from[ \t]+(?<at>(?<a>\w+))[ \t]+import\b/dgmu },
	{ habit: 'pythonImport', codes: 'any', pattern: /^[ \t]*import[ \t]+(?<at>(?<a>\w+))[ \t]*;?[ \t]*$/dgmu },
	{ habit: 'fileQuotes', codes: 'any', pattern: /^[ \t]*import\b[^\n]*\bfrom[ \t]+(?<at>(?<a>\.?\/?[\w./-]+))/dgmu },
	{
		habit: 'importBraces',
		codes: [2613],
		pattern: createPatternFromTemplate(String.raw`^[ \t]*import[ \t]+(?<at>(?<a>NAME))`)
	},
	{ habit: 'importAndOwn', codes: [2440] }
];
