/** A teacher's own exercise, as its form holds it: a brief, code to start from, a solution, and examples. */
import type { Piste } from '../challenge.ts';
import type { Language } from '../language.ts';

export interface ExerciseExample {
	/** The function that is called. */
	function: string;
	/** What it is given, as typed: `9, true`. */
	given: string;
	/** What it returns, as typed. */
	returns: string;
	/** The sentence that a student reads; empty for one made of the values. */
	because: string;
	/** Only the judge knows it, so that a list of answers does not pass. */
	isHeldBack: boolean;
}

export interface Exercise {
	id: string;
	version: string;
	language: Language;
	title: string;
	/** Markdown. */
	brief: string;
	start: string;
	solution: string;
	examples: ExerciseExample[];
	/** Markdown; a student opens the first one first. */
	hints: string[];
	piste: Piste;
	minutes: number;
}

export const NO_EXAMPLE: ExerciseExample = { function: '', given: '', returns: '', because: '', isHeldBack: false };

/** An example of which nothing was typed does not count. */
export const isBlank = ({ given, returns, because }: ExerciseExample): boolean =>
	[given, returns, because].every((text) => text.trim() === '');
