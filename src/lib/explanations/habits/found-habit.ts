/** Defines what a search for habits reads in a program, and what it finds. */
import type { Habit } from './habit.ts';
import type { ProgramTypes } from './program-types.ts';
import type { FileContext } from './file-context.ts';

/** An error as TypeScript reports it, with its place in the text. */
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
	/** The types that this file and the others define. */
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
