/** The shape of a rule that recognises a habit in the text of a program. */
import type { Habit } from './habit.ts';

export interface HabitRule {
	habit: Habit;
	/**
	 * Finds the habit. `(?<at>…)` is what gets underlined; `(?<a>…)`, `(?<b>…)` and so on fill `{0}`, `{1}` of the sentence.
	 * Without a pattern the rule takes TypeScript's own place, and the names that its message quotes.
	 */
	pattern?: RegExp;
	/** TypeScript's error numbers that let the rule speak, or any error; absent: it speaks even where TypeScript is content. */
	codes?: readonly number[] | 'any';
	/** Where that error has to be: on the habit's line unless this says otherwise. */
	errorPlace?: 'here' | 'file';
	/** Matched against the error's message, in whatever language. */
	message?: RegExp;
	/** Looks into texts and comments too. */
	includesTexts?: true;
	/** What `{0}` should have been, as `{1}`; a name that is not among them is no match. */
	replacements?: Record<string, string>;
	/** What `a` has to be: a function of this file or one that it imports, a name made somewhere in this file, or a list. */
	nameKind?: 'function' | 'declared' | 'list';
	/** Errors elsewhere in the file that come from the habit, and need no words of their own. */
	explainedCodes?: readonly number[];
}
