/** Defines a rule that recognises a habit in a program's text. */
import type { Habit } from './habit.ts';
import type { ProgramKind } from './file-context.ts';

/** The kinds of programs that can use `braise/draw`; the others have a document. */
export const PROGRAM_KINDS_WITH_DRAWING: readonly ProgramKind[] = ['challenge', 'sketch'];

export interface HabitRule {
	habit: Habit;
	/**
	 * Pattern of the habit. `(?<at>…)` is the part to underline; `(?<a>…)`, `(?<b>…)` and so on fill `{0}`, `{1}` of the sentence. Without a
	 * pattern the rule uses the place of TypeScript's error, and the names quoted in its message.
	 */
	pattern?: RegExp;
	/** Numbers of TypeScript errors of which one must occur, or any error. Absent: the rule applies even where TypeScript reports nothing. */
	codes?: readonly number[] | 'any';
	/**
	 * Where that error must stand: `here` at the habit's beginning, `after` it on its line, or anywhere in the `file`. Absent: on
	 * the habit's line.
	 */
	errorPlace?: 'here' | 'after' | 'file';
	/** Pattern that the error's message must match, in French and in English. */
	message?: RegExp;
	/** Whether to search strings and comments too. */
	includesTexts?: true;
	/** The name to write instead, which fills `{1}`, by the name found as `{0}`. The rule does not apply to other names. */
	replacements?: Record<string, string>;
	/** Whether names that the program itself declares are replaced too; by default a declared name is right as it is. */
	replacesDeclaredNames?: true;
	/**
	 * What kind of name `a` must be: a function of this file or an imported one, a name that a statement declares in this file or
	 * in the function around it, in two places, a parameter of another function, a list, or a variable of this file with the name of
	 * a function that it could import.
	 */
	nameKind?: 'function' | 'declared' | 'declaredAround' | 'declaredTwice' | 'parameter' | 'list' | 'hidesImportable';
	/** Kinds of programs that the rule is about. Absent: all. */
	kinds?: readonly ProgramKind[];
	/** Numbers of errors elsewhere in the file that follow from the habit, and are not explained on their own. */
	explainedCodes?: readonly number[];
}
