/** Habits about files and modules that a program takes something from. */
import { createPattern, UNKNOWN } from './codes.ts';
import type { HabitRule } from './rule.ts';

export const MODULES: readonly HabitRule[] = [
	{ habit: 'noP5', raw: true, codes: [2307], pattern: /(?<at>['"]p5(?:[./][\w./]*)?['"])/dgmu },
	{ habit: 'noP5', codes: 'any', pattern: /^[ \t]*import[ \t]+(?<at>p5)\b/dgmu },
	{ habit: 'noP5', codes: UNKNOWN, where: 'here', pattern: /(?<![\w.])(?<at>p5)\b/dgmu },
	{ habit: 'fileDot', raw: true, codes: [2307], pattern: /(?<at>['"](?<a>given|main|next-pizza|[\w-]+\.ts)['"])/dgmu },
	{ habit: 'noPackage', raw: true, codes: [2307], pattern: /(?<at>['"](?<a>[^.'"\n][^'"\n]*)['"])/dgmu },
	{ habit: 'pythonImport', codes: 'any', pattern: /^[ \t]*from[ \t]+(?<at>(?<a>\w+))[ \t]+import\b/dgmu },
	{ habit: 'pythonImport', codes: 'any', pattern: /^[ \t]*import[ \t]+(?<at>(?<a>\w+))[ \t]*;?[ \t]*$/dgmu },
	{ habit: 'fileQuotes', codes: 'any', pattern: /^[ \t]*import\b[^\n]*\bfrom[ \t]+(?<at>(?<a>\.?\/?[\w./-]+))/dgmu },
	{ habit: 'importBraces', codes: [2613], pattern: createPattern(String.raw`^[ \t]*import[ \t]+(?<at>(?<a>NAME))`) },
	{ habit: 'importAndOwn', codes: [2440] }
];
