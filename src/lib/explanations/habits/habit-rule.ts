import type { Habit } from '../explanation.ts';
import type { ProgramKind, FileContext } from './file-context.ts';
import type { ProgramTypes } from './program-text.ts';

export const UNKNOWN_NAME_ERROR_CODES = [2304, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 18004];
export const CALCULATION_ERROR_CODES = [2322, 2345, 2362, 2363, 2365, 2367];

/** Creates a pattern from a source, in which NAME stands for any name of a program. */
export const createPatternFromTemplate = (source: string): RegExp =>
	new RegExp(source.replaceAll('NAME', String.raw`[\p{L}_$][\p{L}\w$]*`), 'dgmu');

export interface TypeScriptError {
	code: number;
	start: number;
	length: number;
	message: string;
}

export interface FoundHabit {
	habit: Habit;
	/** Parts of the program that fill the holes of the habit's sentence. */
	names: string[];
	start: number;
	length: number;
	/** The TypeScript error that the habit explains; absent where TypeScript reports none. */
	reportedError?: TypeScriptError;
}

export interface SearchedProgram {
	text: string;
	/** The text with blanks in place of comments and of the contents of quotes. */
	bareText: string;
	fileContext: FileContext;
	types: ProgramTypes;
}

/** Looks for a habit behind an error, for habits that no single pattern recognises. */
export type HabitFinder = (error: TypeScriptError, program: SearchedProgram) => FoundHabit | undefined;

/** Numbers of the errors about an unknown name in a program, not in a type. */
export const UNKNOWN_VALUE_ERROR_CODES: readonly number[] = [2304, 2552, 18004];

export const isSyntaxError = ({ code }: TypeScriptError): boolean => code < 2000;

export function wordAt(text: string, start: number): string {
	return /^[\p{L}_$][\p{L}\w$]*/u.exec(text.slice(start))?.[0] ?? '';
}

/** Returns the names that TypeScript's message quotes. A French apostrophe stands after a letter, an opening quote does not. */
export function quotedNamesIn(message: string): string[] {
	return [...message.matchAll(/(?<!\p{L})['’]((?:(?!['’](?!\p{L})).)+)['’]/gu)].map(([, name = '']) => name);
}

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
