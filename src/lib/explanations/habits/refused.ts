/** Habits that TypeScript refuses for reasons a beginner cannot read; the first rule that fits a line has it. */
import { MODULES } from './modules.ts';
import { NAMES } from './names.ts';
import type { HabitRule } from './rule.ts';
import { SIGN_RULES } from './signs.ts';
import { STRUCTURE } from './structure.ts';

export const REFUSED: readonly HabitRule[] = [...MODULES, ...STRUCTURE, ...SIGN_RULES, ...NAMES];
