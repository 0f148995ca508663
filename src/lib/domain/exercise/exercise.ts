import type { Piste } from '../challenge.ts';
import type { Language } from '../language.ts';

export interface ExerciseExample {
	function: string;
	/** Values that the function is given, as typed: `9, true`. */
	given: string;
	returns: string;
	/** Sentence that a student reads; when empty, one is made of the values. */
	because: string;
	/** Whether only the judge knows the example, so that a program that lists answers does not pass. */
	isHeldBack: boolean;
}

export interface Exercise {
	id: string;
	version: string;
	language: Language;
	title: string;
	/** Text of the problem, as Markdown. */
	brief: string;
	start: string;
	solution: string;
	examples: ExerciseExample[];
	/** Hints as Markdown, in the order in which a student opens them. */
	hints: string[];
	piste: Piste;
	minutes: number;
}

export const EMPTY_EXERCISE_EXAMPLE: ExerciseExample = {
	function: '',
	given: '',
	returns: '',
	because: '',
	isHeldBack: false
};

/** Tells whether nothing was typed in an example's row, so that the row does not count. */
export const isBlankExample = ({ given, returns, because }: ExerciseExample): boolean =>
	[given, returns, because].every((text) => text.trim() === '');

export type ExampleJsonValue =
	| null
	| boolean
	| number
	| string
	| ExampleJsonValue[]
	| { [name: string]: ExampleJsonValue };

export function isExampleJsonValue(input: unknown): input is ExampleJsonValue {
	if (input === null || typeof input === 'boolean' || typeof input === 'string') return true;
	if (typeof input === 'number') return Number.isFinite(input);
	if (Array.isArray(input)) return input.every(isExampleJsonValue);
	return typeof input === 'object' && Object.values(input).every(isExampleJsonValue);
}
